package io.tallygate.llrp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the fuzz targets, each in a JVM of its own, for as long as {@code tallygate.fuzz.seconds} says; see the package. */
@Execution(ExecutionMode.CONCURRENT)
class DecoderFuzzTest {

    /** For the report decoder; what is read once a connection has half of it. */
    private static final long SECONDS = Long.getLong("tallygate.fuzz.seconds", 5);

    /** A hundredth of what two busy cores try: a fuzzer that stands still must not pass. */
    private static final long INPUTS_A_SECOND = 100;

    private static final long STARTS_WITHIN_SECONDS = 300;
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in");

    @ParameterizedTest
    @CsvSource({"report, io.tallygate.llrp.fuzz.ReportFuzz, 1", "control, io.tallygate.llrp.fuzz.ControlFuzz, 2"})
    void shouldStandWhateverBytesCome(String name, String target, int share) throws Exception {
        Path place = place(name);
        Path log = place.resolve("log");
        long seconds = SECONDS / share;

        int exit = fuzz(place, log, target, Path.of("src/test/fuzz", name), seconds);

        String said = Files.readString(log);
        assertThat(exit).as(said).isZero();
        Matcher done = DONE.matcher(said);
        assertThat(done.find()).as(said).isTrue();
        System.out.println("DecoderFuzzTest: " + name + ", " + done.group(1) + " inputs in " + seconds + " s");
        assertThat(Long.parseLong(done.group(1))).as("inputs tried").isGreaterThan(INPUTS_A_SECOND * seconds);
    }

    /** A fuzzer that finds nothing anywhere would pass for ever. */
    @Test
    void shouldFindAFaultThatIsThere() throws Exception {
        Path place = place("planted");
        Path log = place.resolve("log");

        int exit = fuzz(place, log, PlantedFault.class.getName(), Files.createDirectories(place.resolve("seeds")), 60);

        assertThat(exit).isNotZero();
        assertThat(log).content().contains("planted");
    }

    private static Path place(String name) throws IOException {
        Path place = Path.of("target/fuzz", name);
        Files.createDirectories(place.resolve("corpus"));
        return place;
    }

    private static int fuzz(Path place, Path log, String target, Path seeds, long seconds) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--instrumentation_includes=io.tallygate.llrp.**",
                // Fails in Netty's own start on a hook that was given no handle.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer",
                "--reproducer_path=" + place,
                place.resolve("corpus").toString(),
                seeds.toString(),
                "-max_total_time=" + seconds,
                "-max_len=1024",
                "-timeout=20",
                "-rss_limit_mb=0",
                "-artifact_prefix=" + place + File.separator);
        Process fuzzer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        fuzzer.getOutputStream().close();
        if (!fuzzer.waitFor(seconds + STARTS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            fuzzer.destroyForcibly().waitFor();
            throw new AssertionError("the fuzzer does not end: " + Files.readString(log));
        }
        return fuzzer.exitValue();
    }
}
