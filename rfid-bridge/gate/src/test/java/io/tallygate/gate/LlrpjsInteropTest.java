package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.crossings;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Direction;
import io.tallygate.contracts.rfid.v1.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole gate against a reader of another make: llrpjs, which shares no line with the bridge and knows LLRP 1.0.1 alone. */
class LlrpjsInteropTest {

    private static final String LAPTOP = "3414257BF600000000000001";

    private static final String ENABLED = "{\"request\":\"ENABLE_EVENTS_AND_REPORTS\"}";

    /** The AccessSpec, by which TIDs are read, has its two steps before the ROSpec is enabled: so the first tag has its TID read, too. */
    private static final List<String> SET_UP = List.of(
            "GET_READER_CAPABILITIES",
            "DELETE_ACCESSSPEC",
            "DELETE_ROSPEC",
            "SET_READER_CONFIG",
            "ADD_ROSPEC",
            "ADD_ACCESSSPEC",
            "ENABLE_ACCESSSPEC",
            "ENABLE_ROSPEC",
            "START_ROSPEC",
            "ENABLE_EVENTS_AND_REPORTS");

    @RegisterExtension
    final Broker broker = new Broker();

    @TempDir
    Path home;

    /** The first thing that this reader does with a connection is to say nothing for half a second. */
    private static void assertSetUpInOrder(List<String> conversation) {
        assertThat(conversation).startsWith("{\"connected\":true}", "{\"greeted\":true}");
        assertThat(conversation.subList(2, conversation.size()))
                .startsWith(
                        SET_UP.stream().map("{\"request\":\"%s\"}"::formatted).toArray(String[]::new));
    }

    private GateWorld aGate() throws Exception {
        return new GateWorld("P-JS", home, broker.bootstrapServers());
    }

    private void watches(GateWorld gate, LlrpjsReader reader) {
        broker.ledger().item(LAPTOP, "laptop");
        broker.ledger().portal(gate.portal, reader.port(), 600);
        gate.awaitItems(1);
        gate.awaitWatching();
    }

    @Test
    @DisplayName("connect, in this order; the same on every reconnect")
    void shouldSetUpAnLlrpjsReaderJudgeWhatItReportsAndSoundItsHorn() throws Exception {
        try (LlrpjsReader reader = LlrpjsReader.start();
                GateWorld gate = aGate()) {
            watches(gate, reader);
            reader.carryOut(LAPTOP);

            until(() -> reader.hasTold("{\"gpo\":{\"port\":1,\"on\":true}}"));
            until(() -> !crossings(broker.ledger(), LAPTOP).isEmpty());
            Crossing crossing = crossings(broker.ledger(), LAPTOP).getFirst();
            assertThat(crossing.getVerdict()).isEqualTo(Verdict.ALARM);
            assertThat(crossing.getDirection()).isEqualTo(Direction.OUT);
            assertThat(crossing.getAlarmWrittenAtUs()).isPositive();
            until(() -> reader.hasTold("{\"request\":\"GET_ROSPECS\"}"));
            assertThat(gate.healths(broker.ledger()).getLast().getConnects()).isEqualTo(1);
            assertSetUpInOrder(reader.conversations().getLast());

            int before = reader.conversations().size();
            reader.hangUp();

            until(() -> reader.conversations().size() > before
                    && reader.conversations().getLast().contains(ENABLED));
            assertSetUpInOrder(reader.conversations().getLast());
            until(() -> gate.healths(broker.ledger()).getLast().getConnects() == 2);
            assertThat(reader.told).noneMatch(line -> line.contains("early"));
            broker.ledger().publish(Topic.FACILITIES_PORTALS, gate.portal, null);
            until(() -> gate.status().portals().isEmpty());
        }
    }

    /** llrpjs parses the frames, the reader around it what is in them; no simulated reader of ours has a part in it. */
    @Test
    void shouldBeToldPhaseDopplerAndFinerStrengthByAnImpinjReader() throws Exception {
        try (LlrpjsReader reader = LlrpjsReader.start("impinj");
                GateWorld gate = aGate()) {
            watches(gate, reader);
            reader.carryOut(LAPTOP);

            until(() -> !crossings(broker.ledger(), LAPTOP).isEmpty());
            assertThat(crossings(broker.ledger(), LAPTOP).getFirst().getEvidenceList())
                    .isNotEmpty()
                    .allSatisfy(read -> {
                        assertThat(read.getPhaseDegrees()).isEqualTo(90);
                        assertThat(read.getDopplerHz()).isEqualTo(-12.5f);
                        assertThat(read.getRssiCentiDbm() % 100).isEqualTo(-37);
                    });
            assertThat(reader.conversations().getLast())
                    .containsSubsequence(
                            "{\"request\":\"GET_READER_CAPABILITIES\"}",
                            "{\"request\":\"IMPINJ_ENABLE_EXTENSIONS\"}",
                            "{\"request\":\"DELETE_ACCESSSPEC\"}",
                            "{\"asksForAll\":true}",
                            ENABLED);
            broker.ledger().publish(Topic.FACILITIES_PORTALS, gate.portal, null);
            until(() -> gate.status().portals().isEmpty());
        }
    }
}
