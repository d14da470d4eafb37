package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallygate.llrp.client.DisconnectReason;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.llrp.ltk.generated.enumerations.StatusCode;

/** Readers that read and send KEEPALIVE and do not answer, or not everything; over real sockets. */
class MuteReaderTest extends ReaderOnASocket {

    private static final String SPECS = "GET_ROSPECS";
    private static final String CONFIG = "GET_READER_CONFIG";
    private static final String CAPABILITIES = "GET_READER_CAPABILITIES";

    MuteReaderTest() {
        super(Duration.ofSeconds(2));
    }

    private static void isAsked(SimulatedReader reader, String question, int times) {
        await().atMost(LIMIT).until(() -> Collections.frequency(reader.heard(), question) >= times);
    }

    private void isFoundMute(SimulatedReader reader) {
        long acknowledged = reader.state().keepalivesAcknowledged();
        reader.faults().fallMute(true);
        await().atMost(LIMIT).until(() -> {
            reader.report(TagRead.of(LAPTOP, 1, -50));
            return heard.reasons().contains(DisconnectReason.ANSWERS_MISSED);
        });
        assertThat(heard.reasons()).startsWith(DisconnectReason.ANSWERS_MISSED);
        assertThat(reader.state().keepalivesAcknowledged()).isGreaterThan(acknowledged);
    }

    @Test
    @DisplayName("keepalive both ways: a reader that reads on and answers nothing is as good as lost")
    void shouldLeaveAReaderThatAnswersNothingAnyMoreAndComeBackWhenItDoes() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());
        isAsked(reader, SPECS, 2);

        isFoundMute(reader);

        assertThat(heard.ended.getFirst().detail()).contains("answers nothing").contains("GET_R");
        // It greets and is set up no further.
        await().atMost(LIMIT).until(() -> heard.reasons().contains(DisconnectReason.SETUP_TIMEOUT));
        assertThat(heard.ready).hasSize(1);
        reader.faults().fallMute(false);
        readyTimes(2);
        int before = heard.tags.size();
        reader.report(TagRead.of(LAPTOP, 1, -50));
        await().atMost(LIMIT).until(() -> heard.tags.size() > before);
    }

    @Test
    void shouldFindOutAReaderThatFellMuteAsSoonAsItWasSetUp() {
        SimulatedReader reader = aReader(ReaderProfile.usual());
        reader.faults().ignore(SPECS, CONFIG);
        aClientOf(reader.port());
        readyTimes(1);

        isFoundMute(reader);
    }

    @Test
    void shouldLeaveAReaderInPeaceThatRefusesTheQuestions() {
        SimulatedReader reader = aReader(ReaderProfile.usual());
        reader.reject(SPECS, StatusCode.M_UnsupportedMessage, "never heard of it");
        reader.reject(CONFIG, StatusCode.M_UnsupportedMessage, "never heard of it");
        aClientOf(reader.port());

        isAsked(reader, CAPABILITIES, 4);

        assertThat(heard.ended).isEmpty();
        assertThat(reader.heard()).containsOnlyOnce(SPECS).containsOnlyOnce(CONFIG);
        isFoundMute(reader);
    }

    @Test
    void shouldLeaveAReaderInPeaceThatNeverAnswersTheQuestions() {
        SimulatedReader reader = aReader(ReaderProfile.usual());
        reader.faults().ignore(SPECS, CONFIG);
        aClientOf(reader.port());

        isAsked(reader, CAPABILITIES, 4);

        assertThat(heard.ended).isEmpty();
        isFoundMute(reader);
    }

    /** It is alive: only that one question has come to nothing. */
    @Test
    void shouldStayWithAReaderThatStillAnswersAnythingElse() {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());
        isAsked(reader, SPECS, 2);

        reader.faults().ignore(SPECS);
        int asked = Collections.frequency(reader.heard(), SPECS);
        isAsked(reader, SPECS, asked + 5);

        assertThat(heard.ended).isEmpty();
    }
}
