package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.crossings;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Direction;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.standalone.servers.KafkaServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole gate against a reader of another make: llrpjs, which shares no line with the bridge and knows LLRP 1.0.1 alone. */
class LlrpjsInteropTest {

    private static final String LAPTOP = "3414257BF600000000000001";

    @TempDir
    Path kafkaDir;

    @TempDir
    Path home;

    @Test
    void shouldSetUpAnLlrpjsReaderJudgeWhatItReportsAndSoundItsHorn() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(kafkaDir, 0);
                LlrpjsReader reader = LlrpjsReader.start()) {
            kafka.ensureTopics();
            try (TestLedger ledger = new TestLedger(kafka.bootstrapServers());
                    GateWorld gate = new GateWorld("P-JS", home, kafka.bootstrapServers())) {
                ledger.item(LAPTOP, "laptop");
                ledger.portal(gate.portal, reader.port(), 600);
                gate.awaitItems(1);
                gate.awaitWatching();

                reader.carryOut(LAPTOP);

                until(() -> reader.hasTold("{\"gpo\":{\"port\":1,\"on\":true}}"));
                until(() -> !crossings(ledger, LAPTOP).isEmpty());
                Crossing crossing = crossings(ledger, LAPTOP).getFirst();
                assertThat(crossing.getVerdict()).isEqualTo(Verdict.ALARM);
                assertThat(crossing.getDirection()).isEqualTo(Direction.OUT);
                assertThat(crossing.getAlarmWrittenAtUs()).isPositive();
                assertThat(reader.told)
                        .containsSubsequence(
                                "{\"request\":\"SET_READER_CONFIG\"}",
                                "{\"request\":\"ADD_ROSPEC\"}",
                                "{\"request\":\"ENABLE_ROSPEC\"}",
                                "{\"request\":\"START_ROSPEC\"}",
                                "{\"request\":\"ENABLE_EVENTS_AND_REPORTS\"}");
                until(() -> reader.hasTold("{\"request\":\"GET_ROSPECS\"}"));
                assertThat(gate.healths(ledger).getLast().getConnects()).isEqualTo(1);
                ledger.publish(Topic.FACILITIES_PORTALS, gate.portal, null);
                until(() -> gate.status().portals().isEmpty());
            }
        }
    }
}
