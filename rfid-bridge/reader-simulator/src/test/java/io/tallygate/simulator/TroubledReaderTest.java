package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallygate.llrp.client.DisconnectReason;
import io.tallygate.llrp.client.GpoOutcome;
import io.tallygate.llrp.client.LlrpReaderClient;
import io.tallygate.llrp.client.ReaderEvent;
import io.tallygate.llrp.client.ReaderSettings;
import io.tallygate.llrp.control.RoSpecDialect;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.report.ReaderClock;
import io.tallygate.simulator.ReaderFaults.Lie;
import io.tallygate.simulator.TroubledLine.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.llrp.ltk.generated.enumerations.StatusCode;

/** Readers of many kinds, and what they and the network between do to a connection; over real sockets. */
class TroubledReaderTest extends ReaderOnASocket {

    TroubledReaderTest() {
        super(Duration.ofSeconds(2));
    }

    private void hears(ReaderEvent event) {
        await().atMost(LIMIT).until(() -> heard.events.contains(event));
    }

    private <T> List<T> heardOf(Class<T> kind) {
        return heard.events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void reportsATag(SimulatedReader reader) {
        int before = heard.tags.size();
        reader.report(TagRead.of(LAPTOP, 1, -50));
        await().atMost(LIMIT).until(() -> heard.tags.size() > before);
    }

    @Test
    void shouldSpeakLlrp11WithAReaderThatDoes() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual().ofLlrp11());

        reportsATag(reader);

        assertThat(reader.state().clientVersion()).isEqualTo(LlrpHeader.VERSION_1_1);
        assertThat(heard.ended).isEmpty();
    }

    /** What a connection brings first may have been held back; its greeting has not. */
    @ParameterizedTest
    @EnumSource(names = {"UTC", "UPTIME"})
    @DisplayName("clocks: uptime and UTC readers alike")
    void shouldHearInItsGreetingWhatTimeTheReaderHas(ReaderClock clock) {
        ReaderProfile usual = ReaderProfile.usual();
        SimulatedReader reader = aConnectedReader(clock == ReaderClock.UTC ? usual : usual.withUptimeOnly());

        reportsATag(reader);

        RecordingListener.Greeting greeting = heard.greetings.getFirst();
        assertThat(greeting.clock()).isEqualTo(clock);
        assertThat(heard.tags.getFirst().firstSeenMicros())
                .isBetween(greeting.micros(), greeting.micros() + LIMIT.toNanos() / 1_000);
    }

    @Test
    void shouldSpeakLlrp101WithAReaderThatKnowsNoOther() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());

        reportsATag(reader);

        assertThat(reader.state().clientVersion()).isEqualTo(LlrpHeader.VERSION_1_0_1);
        assertThat(heard.ended).isEmpty();
    }

    @Test
    void shouldAskNoSecondTimeAReaderThatHangsUpOverItsVersion() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual().hangingUpOnVersions());

        assertThat(heard.ended).hasSize(1);
        reader.disconnect();
        readyTimes(2);
        assertThat(heard.ended).hasSize(2);
        reportsATag(reader);
    }

    @ParameterizedTest
    @CsvSource({"PER_ANTENNA, 0", "ALL_ANTENNAS, 1", "SINGULATION, 2", "PLAIN, 3", "BARE, 4"})
    @DisplayName("the reader's dialect rejects the ROSpec: a simpler one is asked for")
    void shouldGoDownToTheDialectOfTheReader(RoSpecDialect dialect, int refusals) {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual().takingAtMost(dialect));

        assertThat(heardOf(ReaderEvent.TakesLess.class))
                .hasSize(refusals)
                .allMatch(it -> it.what().equals("REDUCED_ROSPEC")
                        && it.rejected().contains("ADD_ROSPEC")
                        && it.rejected().contains("in parameter"));
        assertThat(heard.ended).isEmpty();
        reportsATag(reader);

        reader.disconnect();
        readyTimes(2);
        assertThat(heardOf(ReaderEvent.TakesLess.class)).hasSize(refusals);
    }

    @Test
    void shouldAskForTheKeepaliveAloneWhereTheReaderTakesNoMore() {
        SimulatedReader reader = aReader(ReaderProfile.usual().takingNoEvents());
        aClientOf(reader.port());

        readyTimes(1);

        assertThat(heardOf(ReaderEvent.TakesLess.class))
                .singleElement()
                .matches(it -> it.what().equals("REDUCED_CONFIGURATION"))
                .matches(it -> it.rejected().contains("SET_READER_CONFIG"));
        await().atMost(LIMIT).until(() -> reader.state().keepalivesAcknowledged() > 0);
    }

    @Test
    void shouldTellWhatTheReaderTells() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());

        reader.antenna(3, false);
        reader.faults().input(2, true);
        reader.faults().exception("fan stopped");
        reader.faults().buffer(80);
        reader.faults().buffer(100);

        hears(new ReaderEvent.AntennaChanged(3, false));
        hears(new ReaderEvent.InputChanged(2, true));
        hears(new ReaderEvent.ReaderFault("fan stopped"));
        hears(new ReaderEvent.BufferFilling(80));
        hears(new ReaderEvent.BufferOverflowed());
        assertThat(heard.ended).isEmpty();
    }

    @Test
    void shouldTellOfAnotherClientThatWantsTheReader() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());
        RecordingListener second = new RecordingListener();
        LlrpReaderClient other =
                new LlrpReaderClient(ReaderSettings.of("127.0.0.1", reader.port(), List.of()), second, loops);

        other.start();

        hears(new ReaderEvent.OtherClientTried());
        await().atMost(LIMIT).until(() -> second.reasons().contains(DisconnectReason.REFUSED_BY_READER));
        other.close();
        assertThat(heard.ended).isEmpty();
    }

    @Test
    void shouldComeBackToAReaderThatSaidGoodBye() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());

        reader.faults().sayGoodBye();

        readyTimes(2);
        assertThat(heard.ended.getFirst().detail()).contains("closing");
    }

    @Test
    void shouldFindAnAntennaGoneThatWasLostWhileNobodyListened() {
        SimulatedReader reader = aReader(ReaderProfile.usual());
        reader.faults().antennaSilently(4, false);
        aClientOf(reader.port());

        hears(new ReaderEvent.AntennaChanged(4, false));
        reader.faults().antennaSilently(4, true);

        hears(new ReaderEvent.AntennaChanged(4, true));
    }

    @Test
    void shouldGiveUpOnARoSpecThatWillNotStay() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());

        await().atMost(LIMIT).until(() -> {
            reader.faults().endReading();
            return heard.reasons().contains(DisconnectReason.READING_STOPPED);
        });

        readyTimes(2);
    }

    @Test
    void shouldSetUpAgainAReaderThatCannotBeStartedAgain() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());
        reader.reject("START_ROSPEC", StatusCode.M_FieldError, "not now");

        reader.faults().endReading();

        await().atMost(LIMIT).until(() -> heard.reasons().contains(DisconnectReason.READING_STOPPED));
        reader.acceptAll();
        readyTimes(2);
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void shouldLoseOneConnectionAndNothingElseToALie(Lie lie) {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());

        reader.faults().lie(lie);

        readyTimes(2);
        assertThat(heard.ended.getFirst().reason().name()).startsWith("MALFORMED_");
        reportsATag(reader);
    }

    @Test
    void shouldHearAReaderThatSendsOneByteAtATime() throws Exception {
        SimulatedReader reader = aReader(ReaderProfile.usual());
        reader.faults().slow(true);
        try (TroubledLine line = TroubledLine.to(reader.port())) {
            line.trouble(Trouble.TRICKLES);
            LlrpReaderClient client = aClientOf(line.port());
            readyTimes(1);

            reportsATag(reader);

            assertThat(client.writeGpo(1, true).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(GpoOutcome.Switched.class);
            assertThat(heard.ended).isEmpty();
        }
    }

    @Test
    @DisplayName("silent stop after network trouble: a half-open line is noticed")
    void shouldNoticeALineThatSwallowsEverything() throws Exception {
        SimulatedReader reader = aReader(ReaderProfile.usual());
        try (TroubledLine line = TroubledLine.to(reader.port())) {
            aClientOf(line.port());
            readyTimes(1);

            line.trouble(Trouble.SWALLOWS);
            await().atMost(LIMIT).until(() -> heard.reasons().contains(DisconnectReason.KEEPALIVE_MISSED));
            reader.disconnect();
            line.trouble(Trouble.NONE);

            readyTimes(2);
            reportsATag(reader);
        }
    }

    @Test
    @DisplayName("silent stop after network trouble: the whole set-up is played again after a reboot")
    void shouldSetUpAReaderAfterItsReboot() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual().withUptimeOnly());

        reader.faults().reboot(Duration.ofMillis(200));

        readyTimes(2);
        reportsATag(reader);
        assertThat(heard.tags.getLast().firstSeenMicros()).isLessThan(TimeUnit.HOURS.toMicros(1));
    }

    @Test
    @DisplayName("the peer's answer matched by message name: another's refusal is nobody's answer")
    void shouldTakeAnAnswerForNothingButItsOwnRequest() throws Exception {
        SimulatedReader reader = aReader(ReaderProfile.usual());
        reader.faults().refuseAnothersBefore("SET_READER_CONFIG");
        LlrpReaderClient client = aClientOf(reader.port());
        readyTimes(1);

        assertThat(client.writeGpo(1, true).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(GpoOutcome.Switched.class);

        assertThat(heardOf(ReaderEvent.TakesLess.class)).isEmpty();
        assertThat(client.counters().unmatchedAnswers()).isEqualTo(2);
        assertThat(heard.ended).isEmpty();
    }

    @Test
    @DisplayName("lying lengths: a horn's answer that lies is none, and costs the horn and not the gate")
    void shouldTakeALyingAnswerToAWriteForNone() throws Exception {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());
        reader.faults().lieInAnswersTo("SET_READER_CONFIG");

        assertThat(client().writeGpo(1, true).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(GpoOutcome.Unanswered.class);

        reader.faults().lieInAnswersTo("");
        assertThat(client().writeGpo(1, true).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(GpoOutcome.Switched.class);
        assertThat(heard.ended).isEmpty();
        reportsATag(reader);
    }

    @Test
    void shouldSetUpAReaderWithoutOutputsAndBeRefusedTheirWritesAlone() throws Exception {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual().withoutOutputs());
        LlrpReaderClient client = client();

        assertThat(client.writeGpo(1, true).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        GpoOutcome.Rejected.class,
                        it -> assertThat(it.status().describe()).contains("no output 1"));

        assertThat(heard.ready.getFirst().outputs()).isZero();
        assertThat(heardOf(ReaderEvent.TakesLess.class)).isEmpty();
        assertThat(heard.ended).isEmpty();
        reportsATag(reader);
    }

    @Test
    @DisplayName("poor GPIO: an output is asked what it has done")
    void shouldReadBackWhatAnOutputIsSetTo() throws Exception {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());
        LlrpReaderClient client = client();
        reader.faults().stickOutput(2);

        for (int port = 1; port <= 2; port++) {
            client.writeGpo(port, true).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }

        assertThat(client.readGpo(1).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .contains(true);
        assertThat(client.readGpo(2).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .contains(false);
        assertThat(client.readGpo(9).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isEmpty();
    }
}
