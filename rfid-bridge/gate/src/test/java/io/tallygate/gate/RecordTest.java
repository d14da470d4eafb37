package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.crossings;
import static io.tallygate.gate.GateWorld.parsed;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Tuning;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Figure;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.crossing.ReplayMain;
import io.tallygate.gate.record.RecordMain;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.simulator.Direction;
import io.tallygate.simulator.Passage;
import io.tallygate.simulator.ReaderProfile;
import io.tallygate.simulator.TagRead.Carrier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gate has told Kafka of a passage, recorded from there and replayed: the same crossings with the same figures. */
class RecordTest extends FieldScenario {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path traces;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return runAgainst(broker.bootstrapServers(), args);
    }

    private int runAgainst(String bootstrapServers, String... args) {
        out.reset();
        err.reset();
        return new RecordMain(new KafkaSettings(bootstrapServers), print(out), print(err)).run(List.of(args));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private List<Path> written(String ending) throws IOException {
        try (Stream<Path> files = Files.list(traces)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private List<JsonNode> replayed() throws IOException {
        List<JsonNode> crossings = new ArrayList<>();
        for (Path trace : written(".jsonl")) {
            String portal = trace.toString().replaceAll("jsonl$", "portal.json");
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            assertThat(new ReplayMain(print(lines), print(err)).run(List.of("--portal", portal, trace.toString())))
                    .as(complained())
                    .isZero();
            for (String line : lines.toString(StandardCharsets.UTF_8).lines().toList()) {
                crossings.add(JSON.readTree(line));
            }
        }
        return crossings;
    }

    private void awaitCrossings(GateWorld gate, int howMany) {
        until(() -> crossings(ledger, epc).size() == howMany);
        long decided = crossings(ledger, epc).getLast().getDecidedAtUs();
        until(() -> reads(gate.portal).stream().anyMatch(read -> read.getSeenAtUs() >= decided));
    }

    private List<ReadBatch> batches(String portal) {
        return ledger.all(Topic.RFID_READS, portal).stream()
                .map(bytes -> parsed(() -> ReadBatch.parseFrom(bytes)))
                .toList();
    }

    private List<TagRead> reads(String portal) {
        return batches(portal).stream()
                .flatMap(batch -> batch.getReadsList().stream())
                .toList();
    }

    private void shouldBeTheSame(List<JsonNode> replayed, List<Crossing> crossings) {
        assertThat(replayed).hasSameSizeAs(crossings);
        for (int i = 0; i < crossings.size(); i++) {
            JsonNode again = replayed.get(i);
            Crossing crossing = crossings.get(i);
            assertThat(again.path("epc").asText()).isEqualTo(crossing.getEpc());
            assertThat(again.path("direction").asText())
                    .isEqualTo(crossing.getDirection().name());
            assertThat(again.path("decided_at_us").asLong()).isEqualTo(crossing.getDecidedAtUs());
            assertThat(again.path("rule_version").asText() + " gate/1").isEqualTo(crossing.getRuleVersion());
            assertThat(again.path("confidence").asDouble()).isEqualTo(rounded(crossing.getConfidence()));
            assertThat(again.path("figures").size()).isEqualTo(crossing.getFiguresCount());
            for (Figure figure : crossing.getFiguresList()) {
                assertThat(again.path("figures").path(figure.getName()).asDouble())
                        .as(figure.getName())
                        .isEqualTo(rounded(figure.getValue()));
            }
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldReplayAPassageToTheSameCrossingsWhateverClockTheReaderHas(boolean timeOfDay) throws Exception {
        ReaderProfile usual = ReaderProfile.usual();
        GateWorld gate = aWatchingGate(timeOfDay ? usual : usual.withUptimeOnly());
        gate.reader.lay(io.tallygate.simulator.TagRead.of("E28011606000020800000001", 1, -58));
        gate.reader.pass(leaving()).join();
        awaitCrossings(gate, 1);
        gate.reader.pass(Passage.of(epc, Direction.IN)).join();
        awaitCrossings(gate, 2);

        assertThat(run(gate.portal, "--write", traces.toString()))
                .as(complained())
                .isZero();

        assertThat(told()).contains("replay --portal").doesNotContain("note:");
        shouldBeTheSame(replayed(), crossings(ledger, epc));
        String oddly = traces.resolve("the gate's own").toString();
        assertThat(run(gate.portal, "--write", oddly)).isZero();
        assertThat(told()).contains("replay --portal '" + oddly.replace("'", "'\\''") + "/");
    }

    @Test
    void shouldReplayByTheReadersClockWhenItWasFoundToBeAheadMeanwhile() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        passAtOnce(gate, 1_000_000);
        awaitCrossings(gate, 1);

        assertThat(run(gate.portal, "--write", traces.toString())).isZero();

        assertThat(Files.readString(written(".jsonl").getFirst())).contains("\"shift_us\":");
        shouldBeTheSame(replayed(), crossings(ledger, epc));
    }

    @Test
    void shouldRecordPhaseDopplerAndFinerStrengthOfAnImpinjReader() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual().ofImpinj());
        passAtOnce(gate, 2_000_000);
        gate.reader.report(io.tallygate.simulator.TagRead.of(epc, 1, -54.37));
        awaitCrossings(gate, 1);
        until(() -> reads(gate.portal).stream().anyMatch(read -> !read.hasPhaseDegrees()));

        TagRead first = reads(gate.portal).getFirst();
        assertThat(first.getPhaseDegrees()).isEqualTo(90);
        assertThat(first.getDopplerHz()).isEqualTo(-12.5f);
        assertThat(first.getChannel()).isEqualTo(2);
        assertThat(reads(gate.portal).getLast().hasDopplerHz()).isFalse();
        assertThat(reads(gate.portal).getLast().getRssiCentiDbm()).isEqualTo(-5_437);
        assertThat(crossings(ledger, epc).getFirst().getEvidenceList()).allSatisfy(read -> {
            assertThat(read.getPhaseDegrees()).isEqualTo(90);
            assertThat(read.getDopplerHz()).isEqualTo(-12.5f);
        });
        assertThat(run(gate.portal, "--write", traces.toString())).isZero();
        assertThat(Files.readAllLines(written(".jsonl").getFirst()).getFirst())
                .contains("\"phase_deg\":90.0")
                .contains("\"doppler_hz\":-12.5");
    }

    /** What it never tells is not asked for either; that such a gate sees is what every other test rests on. */
    @Test
    void shouldRecordNeitherPhaseNorDopplerOfAReaderOfAnotherMaker() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        passAtOnce(gate, 2_000_000);
        awaitCrossings(gate, 1);

        assertThat(reads(gate.portal)).isNotEmpty().allSatisfy(read -> {
            assertThat(read.hasPhaseDegrees()).isFalse();
            assertThat(read.hasDopplerHz()).isFalse();
            assertThat(read.getRssiCentiDbm() % 100).isZero();
            assertThat(read.getChannel()).isEqualTo(2);
        });
    }

    /** All reads of a passage that began some time ago, in one moment: those of a reader whose clock is ahead by the rest. */
    private void passAtOnce(GateWorld gate, long beganMicrosAgo) {
        long began = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) - beganMicrosAgo;
        for (Passage.TimedRead timed : leaving().reads()) {
            gate.reader.report(timed.read().seenAt(began + timed.offsetMicros()).with(new Carrier(90, -12.5, 2)));
        }
    }

    @Test
    void shouldWriteATraceForEachBeginningOfTheDetector() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.pass(leaving()).join();
        awaitCrossings(gate, 1);
        ledger.portal(
                gate.portal,
                gate.reader.port(),
                600,
                portal -> portal.setTuning(Tuning.newBuilder().setCertainty(0.9)));
        until(() -> !gate.status().portals().getFirst().tuning().isEmpty());
        gate.reader.pass(leaving()).join();
        awaitCrossings(gate, 2);

        assertThat(run(gate.portal, "--write", traces.toString())).isZero();

        assertThat(written(".jsonl")).hasSize(2);
        assertThat(told()).containsOnlyOnce("note:").contains("the gate followed line-filter/6 then");
        JsonNode later = replayed().getLast();
        shouldBeTheSame(List.of(later), crossings(ledger, epc).subList(1, 2));
        assertThat(later.path("rule_version").asText()).startsWith("line-filter/6+");
    }

    @Test
    void shouldTakeTheTimeAskedForAndWhatTheDetectorKnewBefore() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.pass(leaving()).join();
        awaitCrossings(gate, 1);
        Instant between = Instant.now();
        gate.reader.pass(Passage.of(epc, Direction.IN)).join();
        awaitCrossings(gate, 2);

        assertThat(run(gate.portal, "--from", between.toString(), "--write", traces.toString()))
                .isZero();
        shouldBeTheSame(replayed(), crossings(ledger, epc));
        assertThat(run(gate.portal, "--to", between.toString(), "--write", traces.toString()))
                .isZero();
        shouldBeTheSame(replayed(), crossings(ledger, epc).subList(0, 1));
        assertThat(run(gate.portal, "--to", "2020-01-01T00:00:00Z", "--write", traces.toString()))
                .isEqualTo(1);
        assertThat(complained()).contains("no reads of portal " + gate.portal + " of that time, but from 20");
    }

    @Test
    void shouldSayWhatIsMissingAndWriteOnceWhatWasSentAgain() throws Exception {
        String portal = "T-" + scenario;
        ledger.portal(portal, 1, 600, settings -> settings.setActive(false));
        ReadBatch second = batch(portal, 7, 2).toBuilder().setThinnedReads(40).build();
        for (ReadBatch batch : List.of(batch(portal, 4, 1), second, batch(portal, 4, 1), second, batch(portal, 8, 3))) {
            ledger.publish(Topic.RFID_READS, portal, batch);
        }

        assertThat(run(portal, "--write", traces.toString())).as(complained()).isZero();

        assertThat(told())
                .contains("3 reads")
                .contains("left out 40 reads")
                .contains("2 batches are missing")
                .contains("had been watching for longer");
        assertThat(Files.readAllLines(written(".jsonl").getFirst())).hasSize(3);
    }

    @Test
    void shouldGoBackToWhereTheDetectorBeganHoweverLongAgoUnlessToldNotTo() throws Exception {
        String portal = "L-" + scenario;
        ledger.portal(portal, 1, 600, settings -> settings.setActive(false));
        ReadBatch start = batch(portal, 1, 100).toBuilder()
                .setBeganWithRule("line-filter/6")
                .build();
        for (ReadBatch batch : List.of(
                batch(portal, 0, 90),
                start,
                batch(portal, 2, 9_000),
                batch(portal, 3, 9_901),
                batch(portal, 4, 10_000))) {
            ledger.publish(Topic.RFID_READS, portal, batch);
        }

        String from = Instant.ofEpochSecond(9_900).toString();
        assertThat(run(portal, "--from", from, "--write", traces.toString())).isZero();
        assertThat(Files.readAllLines(written(".jsonl").getFirst())).hasSize(4);
        assertThat(told()).doesNotContain("note:");
        assertThat(run(portal, "--from", from, "--run-up", "20", "--write", traces.toString()))
                .isZero();
        assertThat(Files.readAllLines(written(".jsonl").getLast())).hasSize(3);
        assertThat(told()).contains("had been watching for longer");
    }

    private static ReadBatch batch(String portal, long sequence, long second) {
        return ReadBatch.newBuilder()
                .setPortalCode(portal)
                .setSequence(sequence)
                .setReceivedAtUs(second * 1_000_000)
                .addReads(TagRead.newBuilder().setEpc("30AA").setAntenna(1).setSeenAtUs(second * 1_000_000))
                .addReads(TagRead.newBuilder().setEpc("30AA").setAntenna(99).setSeenAtUs(second * 1_000_000))
                .build();
    }

    @Test
    void shouldSayWhyThereIsNoTrace() throws Exception {
        String portal = "N-" + scenario;
        ledger.portal(portal, 1, 600, settings -> settings.setActive(false));

        assertThat(run("P-none", "--write", traces.toString())).isEqualTo(1);
        assertThat(complained()).contains("There is no portal P-none").contains(portal);
        assertThat(run(portal, "--write", traces.toString())).isEqualTo(1);
        assertThat(complained()).contains("Kafka keeps no reads of portal " + portal);
        ledger.publish(Topic.RFID_READS, portal, batch(portal, 1, 1));
        Path file = Files.writeString(traces.resolve("file"), "no folder");
        assertThat(run(portal, "--write", file.toString())).isEqualTo(1);
        assertThat(complained()).contains(file + " cannot be written");
        String nobody = "127.0.0.1:1";
        assertThat(runAgainst(nobody, portal, "--write", traces.toString())).isEqualTo(1);
        assertThat(complained()).contains("Kafka is not reached at " + nobody);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P-1|--write DIR is missing",
                "--write x|which PORTAL?",
                "P-1 --write|--write needs a value",
                "P-1 P-2 --write x|not understood: P-2",
                "P-1 --since x --write x|not understood: --since",
                "P-1 --run-up long --write x|--run-up needs whole minutes",
                "P-1 --from yesterday --write x|--from needs a moment",
                "P-1 --from 2026-03-02T00:00:00Z --to 2026-03-01T00:00:00Z --write x|--from lies after --to"
            })
    void shouldRefuseWhatItDoesNotUnderstand(String args, String why) {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(complained()).contains(why).contains("usage: record PORTAL");
    }

    @Test
    void shouldHelp() {
        assertThat(run("--help")).isZero();
        assertThat(told()).contains("usage: record PORTAL").contains("TALLYGATE_KAFKA");
    }
}
