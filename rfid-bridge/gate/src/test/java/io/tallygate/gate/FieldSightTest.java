package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.crossings;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.simulator.ReaderProfile;
import io.tallygate.simulator.TagRead;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lessons of the field about a reader that is connected: does it see, does it read, and which chip has it read. */
class FieldSightTest extends FieldScenario {

    private static final String OTHER_CHIP = "E2801160600002054E1AFFFF";
    private static final String REFERENCE = "3034257BF400B78000FFFFFF";

    /** Connected but no tags. */
    @Test
    void shouldBeBlindWhileTheReferenceTagIsSilent() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), portal -> portal.setReferenceEpc(REFERENCE));

        gate.awaitBlind("REFERENCE_TAG_SILENT");
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
    void shouldBeBlindBelowItsReadRate() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), portal -> portal.setMinReadsPerMinute(600));

        gate.awaitBlind("READ_RATE_LOW");

        until(() -> {
            gate.reader.report(TagRead.of("3034257BF400B7800000AAAA", 1, -50));
            gate.reader.report(TagRead.of("3034257BF400B7800000AAAB", 3, -50));
            return gate.isInState("WATCHING");
        });
    }

    /** Reads missed while the radio restarts: here the radio never stops by itself, and one that was stopped is started again. */
    @Test
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

    /** TID arrives late. */
    @Test
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
    void shouldRaiseNothingWhenTheEnrolledChipIsReadAfterTheVerdict() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.pass(leaving()).join();
        until(() -> crossings(ledger, epc).size() == 1);

        // A gate reads six words where the desk may have read four.
        gate.reader.report(new TagRead(epc, 3, -60, 0, CHIP.substring(0, 16)));
        gate.reader.report(new TagRead(epc, 3, -60, 0, OTHER_CHIP));

        until(() -> reads(gate) >= 2);
        gate.awaitRelayed();
        assertThat(crossings(ledger, epc)).hasSize(1);
    }

    @Test
    void shouldGoOnWithoutTidsOnAReaderThatCannotReadThem() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual().withoutTid());

        assertThat(warning(gate, "NO_TID")).contains("ADD_ACCESSSPEC").contains("no access operations");
    }
}
