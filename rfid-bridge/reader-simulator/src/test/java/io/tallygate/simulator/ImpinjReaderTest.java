package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallygate.llrp.client.ReaderEvent;
import io.tallygate.llrp.control.RoSpecDialect;
import io.tallygate.simulator.TagRead.Carrier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.llrp.ltk.generated.enumerations.StatusCode;

/** Readers of Impinj's, which tell more of a read when they are asked in their own words; over real sockets. */
class ImpinjReaderTest extends ReaderOnASocket {

    private static final String ENABLE = "IMPINJ_ENABLE_EXTENSIONS";
    private static final Carrier CARRIER = new Carrier(90, -12.5, 2);

    ImpinjReaderTest() {
        super(Duration.ofSeconds(1));
    }

    private void isReadAsTold(SimulatedReader reader, RecordingListener.Carrier carrier, double dbm) {
        int before = heard.tags.size();
        reader.report(TagRead.of(LAPTOP, 1, -54.37).with(CARRIER));
        await().atMost(LIMIT).until(() -> heard.tags.size() > before);
        assertThat(heard.carriers.getLast()).isEqualTo(carrier);
        assertThat(heard.tags.getLast().rssiDbm()).isEqualTo(dbm);
    }

    private void isReadInFull(SimulatedReader reader) {
        isReadAsTold(reader, new RecordingListener.Carrier(90, -12.5, 2), -54.37);
    }

    private void isReadAsAnyReaderIs(SimulatedReader reader) {
        isReadAsTold(reader, new RecordingListener.Carrier(Double.NaN, Double.NaN, 2), -54);
    }

    private List<String> refusals() {
        return heard.events.stream()
                .filter(ReaderEvent.TakesLess.class::isInstance)
                .map(it -> ((ReaderEvent.TakesLess) it).what())
                .toList();
    }

    private static long timesAsked(SimulatedReader reader) {
        return reader.heard().stream().filter(ENABLE::equals).count();
    }

    @Test
    void shouldEnableTheExtensionsFirstAndOnEveryConnectionAnew() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual().ofImpinj());

        assertThat(reader.heard())
                .startsWith("GET_READER_CAPABILITIES", ENABLE, "DELETE_ACCESSSPEC", "DELETE_ROSPEC")
                .containsOnlyOnce(ENABLE, "ADD_ROSPEC");
        isReadInFull(reader);

        reader.disconnect();
        readyTimes(2);

        assertThat(timesAsked(reader)).isEqualTo(2);
        isReadInFull(reader);
        assertThat(refusals()).isEmpty();
    }

    @Test
    void shouldEnableTheExtensionsOfAReaderThatSpeaksLlrp11() {
        SimulatedReader reader =
                aConnectedReader(ReaderProfile.usual().ofLlrp11().ofImpinj());

        isReadInFull(reader);
    }

    @Test
    void shouldSendNoVendorsMessageToAReaderOfAnotherMaker() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());

        isReadAsAnyReaderIs(reader);

        assertThat(reader.heard()).contains("START_ROSPEC").doesNotContain(ENABLE, "CUSTOM_MESSAGE");
        // It would have refused a ROSpec with a vendor's parameter in it.
        assertThat(refusals()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"FOREIGN", "TAKEN"})
    void shouldReadAsAnyOtherAReaderThatRefusesAndSayItInTheLogOnce(Extensions refusing) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            SimulatedReader reader = aConnectedReader(ReaderProfile.usual().ofImpinj(refusing));

            isReadAsAnyReaderIs(reader);
            reader.disconnect();
            readyTimes(2);
            isReadAsAnyReaderIs(reader);

            assertThat(timesAsked(reader)).isEqualTo(1);
            assertThat(refusals()).isEmpty();
            assertThat(log.toString(StandardCharsets.UTF_8))
                    .containsOnlyOnce("is read without phase, Doppler and finer strength");
        } finally {
            System.setErr(before);
        }
    }

    /** As when the network swallows the question and all that follows it. */
    @Test
    void shouldAskAgainWhereNothingElseCameThroughEither() {
        SimulatedReader reader = aReader(ReaderProfile.usual().ofImpinj(Extensions.UNANSWERED));
        reader.reject("START_ROSPEC", StatusCode.R_DeviceError, "busy");
        aClientOf(reader.port());

        await().atMost(LIMIT).until(() -> timesAsked(reader) >= 2);
        reader.acceptAll();
        readyTimes(1);

        isReadAsAnyReaderIs(reader);
    }

    @ParameterizedTest
    @EnumSource(
            value = RoSpecDialect.class,
            names = {"ALL_ANTENNAS", "PLAIN", "BARE"})
    void shouldNotTakeADialectThatTheReaderRefusesForARefusalOfTheExtensions(RoSpecDialect dialect) {
        SimulatedReader reader =
                aConnectedReader(ReaderProfile.usual().takingAtMost(dialect).ofImpinj());

        assertThat(refusals()).hasSize(dialect.ordinal()).containsOnly("REDUCED_ROSPEC");
        isReadInFull(reader);
    }

    @Test
    void shouldReadAReaderThatRefusesBothTheExtensionsAndTheDialect() {
        SimulatedReader reader = aConnectedReader(
                ReaderProfile.usual().takingAtMost(RoSpecDialect.SINGULATION).ofImpinj(Extensions.REFUSED_IN_SPECS));

        assertThat(refusals()).containsExactly("REDUCED_ROSPEC", "REDUCED_ROSPEC");
        isReadAsAnyReaderIs(reader);
    }

    @Test
    void shouldBeToldOfAPassageHowThePhaseTurns() throws Exception {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual().ofImpinj());

        int reads =
                reader.pass(new Passage(LAPTOP, null, Direction.OUT, 3.0, 1)).get(LIMIT.toSeconds(), TimeUnit.SECONDS);

        await().atMost(LIMIT).until(() -> heard.tags.size() == reads);
        assertThat(heard.carriers).allSatisfy(it -> {
            assertThat(it.phaseDegrees()).isBetween(0.0, 360.0);
            assertThat(it.channel()).isBetween(1, 2);
        });
        assertThat(heard.carriers.getFirst().dopplerHz()).isPositive();
        assertThat(heard.carriers.getLast().dopplerHz()).isNegative();
    }
}
