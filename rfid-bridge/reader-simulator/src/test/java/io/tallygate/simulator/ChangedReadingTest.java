package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallygate.llrp.client.Backoff;
import io.tallygate.llrp.client.DisconnectReason;
import io.tallygate.llrp.client.ReaderEvent;
import io.tallygate.llrp.client.ReaderSettings;
import io.tallygate.llrp.control.RoSpecDialect;
import io.tallygate.llrp.control.SetupMessages;
import io.tallygate.llrp.control.TransmitPower;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.llrp.ltk.generated.enumerations.StatusCode;

/** A reader is told to read with other antennas and another power while it is at work. It has 10, 20 and 30 dBm. */
class ChangedReadingTest extends ReaderOnASocket {

    private static final int TEN_DBM = 1000;
    private static final int TWENTY_DBM = 2000;

    ChangedReadingTest() {
        super(Duration.ofSeconds(2));
    }

    private void change(SimulatedReader reader, List<Integer> antennas, int centiDbm) {
        client().change(ReaderSettings.of("127.0.0.1", reader.port(), antennas)
                .paced(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        new Backoff(Duration.ofMillis(20), Duration.ofMillis(100)))
                .withPower(TransmitPower.upTo(centiDbm)));
    }

    private static void sends(SimulatedReader reader, Map<Integer, Double> powersDbm) {
        await().atMost(LIMIT).until(() -> reader.state().powersDbm().equals(powersDbm));
    }

    private void readsAgain() {
        await().atMost(LIMIT)
                .until(() -> heard.events.contains(new ReaderEvent.RoSpecChanged(SetupMessages.OUR_SPEC_ID, true)));
    }

    @Test
    void shouldReadOtherwiseOnTheConnectionThereIs() throws Exception {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());
        client().writeGpo(1, true).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        reader.lay(new TagRead(LAPTOP, 2, -57, 0, "E2801160600002054E1A4B2C"));
        int before = reader.heard().size();

        change(reader, List.of(1, 2), TEN_DBM);
        readsAgain();
        int read = heard.tags.size();
        await().atMost(LIMIT).until(() -> heard.tags.size() > read + 3);

        assertThat(reader.state().powersDbm()).isEqualTo(Map.of(1, 10.0, 2, 10.0));
        assertThat(reader.heard().subList(before, reader.heard().size()))
                .filteredOn(request -> !request.startsWith("GET_"))
                .startsWith(
                        "DELETE_ACCESSSPEC",
                        "DELETE_ROSPEC",
                        "ADD_ROSPEC",
                        "ADD_ACCESSSPEC",
                        "ENABLE_ACCESSSPEC",
                        "ENABLE_ROSPEC",
                        "START_ROSPEC")
                .doesNotContain("SET_READER_CONFIG", "ENABLE_EVENTS_AND_REPORTS");
        assertThat(heard.tags.getLast().tid()).isNotEmpty();
        assertThat(reader.gpo().history()).hasSize(1);
        // That the old ROSpec has ended, as the reader says, is neither told nor mended.
        assertThat(heard.events).doesNotContain(new ReaderEvent.RoSpecChanged(SetupMessages.OUR_SPEC_ID, false));
        assertThat(client().counters().readingRestarts()).isZero();
        assertThat(client().counters().connects()).isEqualTo(1);
        assertThat(heard.ended).isEmpty();
    }

    @Test
    void shouldFindAgainOnTheSameConnectionWhatTheReaderTakes() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual().takingAtMost(RoSpecDialect.ALL_ANTENNAS));
        heard.events.clear();

        change(reader, List.of(1, 2, 3), TWENTY_DBM);
        sends(reader, Map.of(0, 20.0));
        readsAgain();

        assertThat(heard.events)
                .filteredOn(ReaderEvent.TakesLess.class::isInstance)
                .singleElement()
                .asString()
                .contains("REDUCED_ROSPEC")
                .contains("one configuration for all antennas");
        assertThat(heard.ended).isEmpty();
    }

    @Test
    void shouldSetTheReaderUpAnewWhenItTakesNoOtherRoSpec() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());
        reader.reject("ADD_ROSPEC", StatusCode.M_ParameterError, "not today");

        change(reader, List.of(1, 2), TEN_DBM);
        await().atMost(LIMIT).until(() -> !heard.ended.isEmpty());
        reader.acceptAll();
        readyTimes(2);

        assertThat(heard.ended.getFirst().reason()).isEqualTo(DisconnectReason.SETUP_REJECTED);
        assertThat(heard.ended.getFirst().detail()).contains("ADD_ROSPEC").contains("not today");
    }

    /** It is asked every second which ROSpecs it has, and for two seconds ours is on neither side. */
    @Test
    void shouldNotTakeTheRoSpecForLostWhileItIsReplaced() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());
        reader.faults().ignore("ADD_ROSPEC");

        change(reader, List.of(1, 2), TEN_DBM);
        await().atMost(LIMIT).until(() -> !heard.ended.isEmpty());

        assertThat(heard.ended.getFirst().reason()).isEqualTo(DisconnectReason.SETUP_TIMEOUT);
    }

    @Test
    void shouldReadAsItWasToldLast() {
        SimulatedReader reader = aReader(ReaderProfile.usual());
        aClientOf(reader.port());
        change(reader, List.of(1), TEN_DBM);
        readyTimes(1);
        change(reader, List.of(1, 2, 3), TEN_DBM);
        change(reader, List.of(3), TEN_DBM);
        change(reader, List.of(3, 4), TWENTY_DBM);

        sends(reader, Map.of(3, 20.0, 4, 20.0));
        assertThat(heard.ended).isEmpty();
        assertThat(client().counters().connects()).isEqualTo(1);
    }

    @Test
    void shouldReadOtherwiseWhenTheReaderIsBack() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());
        reader.away();
        await().atMost(LIMIT).until(() -> !heard.ended.isEmpty());

        change(reader, List.of(1), TWENTY_DBM);
        reader.back();

        sends(reader, Map.of(1, 20.0));
    }

    @Test
    void shouldNameTheAntennaThatTheReaderDoesNotHave() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());

        change(reader, List.of(1, 9), TEN_DBM);
        await().atMost(LIMIT).until(() -> !heard.ended.isEmpty());

        assertThat(heard.ended.getFirst().reason()).isEqualTo(DisconnectReason.ANTENNAS_MISSING);
        assertThat(heard.ended.getFirst().detail()).contains("[9]");
    }

    @Test
    void shouldReplaceWhatHasStoppedAndIsBeingStartedAgain() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());
        reader.faults().endReading();

        change(reader, List.of(1, 2), TEN_DBM);

        sends(reader, Map.of(1, 10.0, 2, 10.0));
        readsAgain();
        assertThat(heard.ended).isEmpty();
    }

    @Test
    void shouldTellOfAnAntennaThatIsLostOnceItIsReadWith() {
        SimulatedReader reader = aReader(ReaderProfile.usual());
        aClientOf(reader.port());
        change(reader, List.of(1, 2), TEN_DBM);
        readyTimes(1);
        sends(reader, Map.of(1, 10.0, 2, 10.0));
        reader.faults().antennaSilently(3, false);

        change(reader, List.of(1, 2, 3), TEN_DBM);

        await().atMost(LIMIT).until(() -> heard.events.contains(new ReaderEvent.AntennaChanged(3, false)));
        assertThat(heard.ended).isEmpty();
    }
}
