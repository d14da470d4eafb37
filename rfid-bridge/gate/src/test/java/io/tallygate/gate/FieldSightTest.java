package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.crossings;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.contracts.rfid.v1.PortalWarning;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.llrp.control.SetupMessages;
import io.tallygate.simulator.Direction;
import io.tallygate.simulator.Passage;
import io.tallygate.simulator.ReaderProfile;
import io.tallygate.simulator.SimulatedReader;
import io.tallygate.simulator.TagRead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lessons of the field about a reader that is connected: does it see, does it read, and which chip has it read. */
class FieldSightTest extends FieldScenario {

    private static final String OTHER_CHIP = "E2801160600002054E1AFFFF";
    private static final String REFERENCE = "3034257BF400B78000FFFFFF";
    /** For a machine with other work: without it this is no test of the gate. */
    private static final long MACHINE_IS_BUSY_US = 10_000_000;

    @Test
    @DisplayName("connected but no tags: the reference tag")
    void shouldBeBlindWhileTheReferenceTagIsSilent() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), portal -> portal.setReferenceEpc(REFERENCE));

        gate.awaitBlind("REFERENCE_TAG_SILENT");
        long minuteAgoUs =
                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now().minusSeconds(60));
        gate.reader.report(TagRead.of(REFERENCE, 1, -50).seenAt(minuteAgoUs));
        until(() -> gate.metric("tallygate.gate.reads.reference") == 1);
        // What the reader had held back tells of a minute ago.
        assertThat(gate.isInState("BLIND")).isTrue();
        gate.reader.report(TagRead.of(REFERENCE, 1, -50));

        gate.awaitWatching();
        assertThat(ledger.all(Topic.RFID_READS, gate.portal)).isEmpty();
        gate.awaitBlind("REFERENCE_TAG_SILENT");
        until(() -> health(gate).getReason().equals("REFERENCE_TAG_SILENT"));
        // Which tag it is, is not for everybody who hears of the portal's health.
        assertThat(gate.healths(ledger))
                .allSatisfy(health -> assertThat(health.toString()).doesNotContainIgnoringCase(REFERENCE));
        assertThat(gate.status().toString()).doesNotContainIgnoringCase(REFERENCE);
    }

    @Test
    @DisplayName("connected but no tags: the read-rate floor")
    void shouldBeBlindBelowItsReadRate() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), portal -> portal.setMinReadsPerMinute(600));

        gate.awaitBlind("READ_RATE_LOW");

        until(() -> {
            gate.reader.report(TagRead.of("3034257BF400B7800000AAAA", 1, -50));
            gate.reader.report(TagRead.of("3034257BF400B7800000AAAB", 3, -50));
            return gate.isInState("WATCHING");
        });
    }

    /** Here the radio never stops by itself, and one that was stopped is started again. */
    @Test
    @DisplayName("reads missed while the radio restarts")
    void shouldStartAgainWhatTheReaderHasEnded() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());

        gate.reader.faults().endReading();

        until(() -> restarts(gate) == 1 && gate.reader.state().reading());
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
        assertThat(health(gate).getConnects()).isEqualTo(1);
    }

    @Test
    void shouldFindOutThatTheReaderWasDisabledBehindItsBack() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());

        gate.reader.faults().disableReadingSilently();

        until(() -> restarts(gate) == 1 && gate.reader.state().reading());
    }

    @Test
    void shouldSetUpAgainAReaderThatHasLostItsRoSpec() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());

        gate.reader.faults().loseSpecsSilently();

        until(() -> health(gate).getConnects() == 2 && gate.reader.state().reading());
    }

    private static double restarts(GateWorld gate) {
        return gate.metrics
                .get("tallygate.gate.reader.reading.restarts")
                .gauge()
                .value();
    }

    @Test
    @DisplayName("TID arrives late: verdict first, the check when it comes")
    void shouldRaiseAMismatchOfItsOwnOnceWhenAnotherChipIsReadAfterTheVerdict() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.pass(leaving()).join();
        until(() -> crossings(ledger, epc).size() == 1);

        gate.reader.report(new TagRead(epc, 3, -60, 0, OTHER_CHIP));
        gate.reader.report(new TagRead(epc, 4, -60, 0, OTHER_CHIP));

        until(() -> crossings(ledger, epc).size() == 2);
        gate.awaitRelayed();
        List<Crossing> crossings = crossings(ledger, epc);
        assertThat(crossings).extracting(Crossing::getReason).containsExactly("NO_PERMIT", "TAG_MISMATCH");
        assertThat(crossings).extracting(Crossing::getVerdict).containsOnly(Verdict.ALARM);
        assertThat(crossings).extracting(Crossing::getCrossingId).doesNotHaveDuplicates();
        assertThat(crossings.get(1).getTid()).isEqualTo(OTHER_CHIP);
        assertThat(crossings.get(1).getAlarmWrittenAtUs()).isPositive();
    }

    @Test
    @DisplayName("TID arrives late: the enrolled chip completes the crossing")
    void shouldCompleteTheCrossingOnceWhenTheEnrolledChipIsReadAfterTheVerdict() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.pass(leaving()).join();
        until(() -> crossings(ledger, epc).size() == 1);
        // A gate may read four words where the desk has read six.
        String chip = CHIP.substring(0, 16);

        gate.reader.report(new TagRead(epc, 3, -60, 0, chip));
        gate.reader.report(new TagRead(epc, 3, -60, 0, OTHER_CHIP));
        gate.reader.report(new TagRead(epc, 3, -60, 0, chip));

        awaitNoMoreOf(gate, 2);
        Crossing first = crossings(ledger, epc).getFirst();
        Crossing completed = crossings(ledger, epc).getLast();
        assertThat(first.getTid()).isEmpty();
        assertThat(completed.getTid()).isEqualTo(chip);
        assertThat(completed.getTidReadAtUs()).isGreaterThan(first.getReportReceivedAtUs());
        assertThat(completed.toBuilder().clearTid().clearTidReadAtUs().build()).isEqualTo(first);
        // One crossing for the laptop, one for the walk after it.
        assertThat(gate.metric("tallygate.gate.crossings")).isEqualTo(2);
    }

    @Test
    void shouldCompleteTheCrossingOfATagThatNobodyHasRegistered() throws Exception {
        String unknown = "3414257BF5BB" + epc.substring(12);
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.pass(leaving(unknown)).join();
        until(() -> crossings(ledger, unknown).size() == 1);

        gate.reader.report(new TagRead(unknown, 3, -60, 0, OTHER_CHIP));

        until(() -> crossings(ledger, unknown).size() == 2);
        assertThat(crossings(ledger, unknown)).extracting(Crossing::getReason).containsOnly("UNREGISTERED_TAG");
        assertThat(crossings(ledger, unknown).getLast().getTid()).isEqualTo(OTHER_CHIP);
    }

    /** Waits until that many crossings are told; a walk after them shows that there are no more. */
    private void awaitNoMoreOf(GateWorld gate, int crossings) {
        until(() -> crossings(ledger, epc).size() == crossings);
        String marker = "3414257BF5CC" + epc.substring(12);
        gate.reader.pass(leaving(marker)).join();
        until(() -> crossings(ledger, marker).size() == 1);
        assertThat(crossings(ledger, epc)).hasSize(crossings);
    }

    @Test
    @DisplayName("TID needs vendor extensions: a reader that reads none")
    void shouldGoOnWithoutTidsOnAReaderThatCannotReadThem() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual().withoutTid());

        assertThat(warning(gate, "NO_TID")).contains("ADD_ACCESSSPEC").contains("no access operations");
        gate.reader
                .pass(new Passage(epc, OTHER_CHIP, Direction.OUT, Passage.USUAL_SPEED, scenario))
                .join();
        until(() -> gate.reader.gpo(1) && !crossings(ledger, epc).isEmpty());
        Crossing crossing = crossings(ledger, epc).getFirst();
        assertThat(crossing.getReason()).isEqualTo("NO_PERMIT");
        assertThat(crossing.getVerdict()).isEqualTo(Verdict.ALARM);
        assertThat(crossing.getTid()).isEmpty();
    }

    /**
     * Something that happens to a reader.
     *
     * @param code what its portal tells of it: a warning's code, or a reason for blindness as a pattern
     * @param words of its detail
     */
    private record Fault(String what, String code, String words, Consumer<SimulatedReader> happens) {
        @Override
        public String toString() {
            return code + ": " + what;
        }
    }

    static Stream<Fault> readerEvents() {
        return Stream.of(
                new Fault("buffer level", "BUFFER_FILLING", "80 %", it -> it.faults()
                        .buffer(80)),
                new Fault("buffer overflow", "BUFFER_OVERFLOW", "lost reports", it -> it.faults()
                        .buffer(100)),
                new Fault("exception", "READER_FAULT", "fan stopped", it -> it.faults()
                        .exception("fan stopped")),
                new Fault("another's ROSpec", "OTHER_ROSPEC", "ROSpecs 4711", it -> it.faults()
                        .anothersSpec(4711, true)),
                new Fault("connection attempt", "OTHER_CLIENT", "another client", FieldSightTest::knock));
    }

    private static void knock(SimulatedReader reader) {
        try (Socket another = new Socket(InetAddress.getLoopbackAddress(), reader.port())) {
            // The reader turns it away with a greeting and hangs up.
            assertThat(another.getInputStream().readAllBytes()).isNotEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("readerEvents")
    void shouldTellOfWhatTheReaderSaysAndWatchOn(Fault fault) throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());

        fault.happens().accept(gate.reader);

        assertThat(warning(gate, fault.code())).contains(fault.words());
        assertThat(health(gate).getWarningsList())
                .extracting(PortalWarning::getCode)
                .containsExactly(fault.code());
        assertThat(health(gate).getState()).isEqualTo(PortalState.WATCHING);
        assertThat(health(gate).getConnects()).isEqualTo(1);
    }

    @Test
    @DisplayName("another client's ROSpec: left alone, and told of for as long as it runs")
    void shouldTellOfAnothersRoSpecThatRanBeforeItCameAndReadOn() throws Exception {
        SimulatedReader reader = SimulatedReader.start("P-" + scenario, 0);
        reader.faults().anothersSpecSilently(4711, true);
        GateWorld gate = aGate(reader, portal -> portal);

        assertThat(warning(gate, "OTHER_ROSPEC")).isEqualTo("ROSpecs 4711 run and are not ours");
        assertThat(health(gate).getState()).isEqualTo(PortalState.WATCHING);
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));

        reader.faults().anothersSpecSilently(4712, true);
        until(() -> warning(gate, "OTHER_ROSPEC").contains("4711, 4712"));
        reader.faults().anothersSpec(4711, false);
        until(() -> warning(gate, "OTHER_ROSPEC").startsWith("ROSpecs 4712 run"));
        reader.faults().anothersSpecSilently(4712, false);
        until(() -> health(gate).getWarningsList().isEmpty());
        assertThat(health(gate).getConnects()).isEqualTo(1);
        assertThat(restarts(gate)).isZero();
    }

    @Test
    @DisplayName("another client's AccessSpec: left alone")
    void shouldLeaveAnothersAccessSpecWhereItIs() throws Exception {
        SimulatedReader reader = SimulatedReader.start("P-" + scenario, 0);
        reader.faults().anothersAccessSpec(4711);
        GateWorld gate = aGate(reader, portal -> portal);
        gate.awaitWatching();

        reader.disconnect();
        until(() -> health(gate).getConnects() == 2 && reader.state().reading());

        assertThat(reader.accessSpecs()).containsExactly(4711L, (long) SetupMessages.OUR_SPEC_ID);
    }

    static Stream<Fault> losses() {
        return Stream.of(
                new Fault("told of", "ANTENNA_LOST", "3", it -> it.antenna(3, false)),
                new Fault("not told of", "ANTENNA_LOST", "3", it -> it.faults().antennaSilently(3, false)),
                new Fault("its tag covered", "REFERENCE_TAG_SILENT", "the reference tag", it -> it.take(REFERENCE)),
                new Fault("reader off", "CONNECTION_REFUSED", "refused", SimulatedReader::away),
                // When the patience is over, the next try may just have ended for want of a greeting.
                new Fault("line dead", "CONNECTION_LOST|REFUSED_BY_READER", "no ", SimulatedReader::freeze));
    }

    /**
     * The promise of ten seconds, by the times that the gate itself tells. The longest way to it is the dead line: two and a half
     * periods of 2 s until the keepalive is missed, to the moment, then 3 s of patience, looked at every 0.25 s: 8.25 s. A
     * tag is silent after 8 s, an antenna that nobody tells of is asked for every 4 s, a closed connection has its 3 s of patience.
     */
    @ParameterizedTest
    @MethodSource("losses")
    void shouldBeBlindWithinTenSecondsOfTheLossAndSeeAgainAfterIt(Fault loss) throws Exception {
        SimulatedReader reader = SimulatedReader.start("P-" + scenario, 0);
        reader.lay(TagRead.of(REFERENCE, 1, -50));
        GateWorld gate = aGate(reader, portal -> portal.setReferenceEpc(REFERENCE));
        firstHealth(gate, health -> health.getState() == PortalState.WATCHING);

        long lostUs = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        loss.happens().accept(reader);

        PortalHealth blind = firstHealth(
                gate, health -> health.getState() == PortalState.BLIND && health.getReportedAtUs() >= lostUs);
        assertThat(blind.getReason()).matches(loss.code());
        assertThat(blind.getDetail()).containsIgnoringCase(loss.words());
        assertThat(blind.getReportedAtUs() - lostUs).isLessThanOrEqualTo(10_000_000 + MACHINE_IS_BUSY_US);

        reader.lay(TagRead.of(REFERENCE, 1, -50));
        reader.antenna(3, true);
        reader.back();
        until(() -> health(gate).getState() == PortalState.WATCHING);
        assertThat(health(gate).getReason()).isEmpty();
    }

    /** As {@link #losses}: an antenna that was relied upon has patience of 8 s, looked at every 0.25 s. */
    @Test
    @DisplayName("connected but no tags: the cables of one zone, of which the reader says nothing")
    void shouldBeBlindWithoutTheCablesOfOneZoneThoughTheReaderCallsThemConnected() throws Exception {
        SimulatedReader reader = SimulatedReader.start("P-" + scenario, 0);
        reader.lay(TagRead.of(REFERENCE, 1, -50), TagRead.of(REFERENCE, 3, -50), TagRead.of(REFERENCE, 4, -50));
        GateWorld gate = aGate(reader, portal -> portal.setReferenceEpc(REFERENCE));
        // In 50 reports at three antennas each, ten a second, they are learnt, should the machine once stop for seconds
        // as well.
        until(() -> gate.metric("tallygate.gate.reads.reference") > 150);
        assertThat(gate.isInState("WATCHING")).isTrue();

        long lostUs = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        reader.faults().cable(3, false);
        reader.faults().cable(4, false);

        PortalHealth blind = firstHealth(
                gate, health -> health.getState() == PortalState.BLIND && health.getReportedAtUs() >= lostUs);
        assertThat(blind.getReason()).isEqualTo("ANTENNA_LOST");
        assertThat(blind.getReportedAtUs() - lostUs).isLessThanOrEqualTo(10_000_000 + MACHINE_IS_BUSY_US);
        until(() -> health(gate).getDetail().equals("antennas [3, 4] no longer hear the reference tag"));

        reader.faults().cable(3, true);
        until(() -> health(gate).getDetail().equals("antennas [4] no longer hear the reference tag"));
        reader.faults().cable(4, true);
        until(() -> health(gate).getState() == PortalState.WATCHING);
        assertThat(health(gate).getReason()).isEmpty();
        assertThat(health(gate).getConnects()).isEqualTo(1);
    }

    @Test
    void shouldBeBlindWhileAnotherClientHoldsTheReader() throws Exception {
        SimulatedReader reader = SimulatedReader.start("P-" + scenario, 0);
        GateWorld gate;
        try (Socket another = new Socket(InetAddress.getLoopbackAddress(), reader.port())) {
            assertThat(another.getInputStream().read()).isNotNegative();
            gate = aGate(reader, portal -> portal);

            PortalHealth blind = firstHealth(
                    gate,
                    health -> health.getState() == PortalState.BLIND
                            && health.getReason().equals("REFUSED_BY_READER"));

            assertThat(blind.getDetail()).contains("Connection_Already_Exists");
        }
        until(() -> health(gate).getState() == PortalState.WATCHING);
    }
}
