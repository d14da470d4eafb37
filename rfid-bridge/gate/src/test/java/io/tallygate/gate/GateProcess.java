package io.tallygate.gate;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.gate.spool.SpoolLimits;
import io.tallygate.gate.verdict.CompanyPrefixes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A gate in a process of its own, that can be killed as nothing in this one can be. */
final class GateProcess {
    /** Said once it has read all of the ledger. */
    static final String KNOWS_THE_LEDGER = "the ledger is known";

    private GateProcess() {}

    /** Runs until its standard input ends. */
    public static void main(String... args) throws IOException, InterruptedException {
        GateSettings settings = new GateSettings(
                Path.of(args[0]),
                new KafkaSettings(args[1]),
                new CompanyPrefixes(Set.of("0614141")),
                new SpoolLimits(1 << 20, 64 << 20),
                1,
                Optional.empty());
        try (Gate gate = Gate.open(settings, new SimpleMeterRegistry(), Clock.systemUTC())) {
            gate.start();
            while (gate.status().replica().ageSeconds() == null) {
                Thread.sleep(20);
            }
            System.out.println(KNOWS_THE_LEDGER);
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
            // Tests look for what has arrived once this process has ended.
            while (gate.status().spool().depth() > 0) {
                Thread.sleep(20);
            }
        }
    }

    static Process start(Path home, String bootstrapServers, Path log) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GateProcess.class.getName(),
                        home.toString(),
                        bootstrapServers))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
