package io.tallygate.sightings;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.ledger.v1.Custody;
import io.tallygate.contracts.ledger.v1.CustodyState;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Direction;
import io.tallygate.contracts.rfid.v1.Figure;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.epc.EpcCodec;
import io.tallygate.epc.EpcText;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What gates and ledger say, and what people ask, in words. */
public final class Gate {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    public static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicLong SEQUENCE = new AtomicLong();

    private Gate() {}

    /** A fresh tag, so that what is seen of it is this test's alone. */
    public static String aTag() {
        return "3034"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase(Locale.ROOT);
    }

    /** A fresh tag of ours, and what GS1 calls it. */
    public static String aGiai(String reference) {
        return ((EpcText.Understood) EpcCodec.read("urn:epc:tag:giai-96:1.0614141." + reference)).hex();
    }

    /** P-101 sees the tag at each of these seconds after noon. */
    public static ReadBatch reads(String epc, int... seconds) {
        return readsAt("P-101", -5500, epc, seconds);
    }

    public static ReadBatch readsAt(String portal, int rssiCentiDbm, String epc, int... seconds) {
        ReadBatch.Builder batch = ReadBatch.newBuilder()
                .setPortalCode(portal)
                .setSequence(SEQUENCE.incrementAndGet())
                .setReceivedAtUs(Micros.of(NOON.plusSeconds(3600)));
        for (int second : seconds) {
            batch.addReads(TagRead.newBuilder()
                    .setEpc(epc)
                    .setAntenna(2)
                    .setRssiCentiDbm(rssiCentiDbm)
                    .setSeenAtUs(Micros.of(NOON.plusSeconds(second)))
                    .setCount(1));
        }
        return batch.build();
    }

    public static void says(ReadBatch batch) {
        TestKafka.publish(Topic.RFID_READS, batch.getPortalCode(), batch);
    }

    public static void leaves(String epc, int second) {
        crosses(epc, second, Direction.OUT);
    }

    public static void comesBack(String epc, int second) {
        crosses(epc, second, Direction.IN);
    }

    private static void crosses(String epc, int second, Direction direction) {
        TestKafka.publish(
                Topic.RFID_CROSSINGS, epc, crossing(epc, second, direction).build());
    }

    private static Crossing.Builder crossing(String epc, int second, Direction direction) {
        return Crossing.newBuilder()
                .setCrossingId("00000000-0000-400" + direction.getNumber() + "-8000-" + epc.substring(12))
                .setPortalCode("P-101")
                .setRoomCode("R-101")
                .setEpc(epc)
                .setDirection(direction)
                .setVerdict(Verdict.ALLOW)
                .setDecidedAtUs(Micros.of(NOON.plusSeconds(second)))
                .setRuleVersion("line-filter/6 gate/1")
                .setConfidence(0.97)
                .addEvidence(glimpse(epc, 1, -6100, second - 1))
                .addEvidence(glimpse(epc, 3, -5250, second))
                .addFigures(Figure.newBuilder().setName("probability").setValue(0.97))
                .addFigures(Figure.newBuilder().setName("position_m").setValue(0.25))
                .addFigures(Figure.newBuilder().setName("swing_db").setValue(Double.NaN))
                .addFigures(Figure.newBuilder().setName("inside_dbm").setValue(-61.5));
    }

    private static TagRead.Builder glimpse(String epc, int antenna, int rssiCentiDbm, int second) {
        return TagRead.newBuilder()
                .setEpc(epc)
                .setAntenna(antenna)
                .setRssiCentiDbm(rssiCentiDbm)
                .setSeenAtUs(Micros.of(NOON.plusSeconds(second)));
    }

    /** A crossing of which nothing was told but that it was. */
    public static void leavesUnexplained(String epc, int second) {
        Crossing crossing = crossing(epc, second, Direction.OUT)
                .clearEvidence()
                .clearFigures()
                .build();
        TestKafka.publish(Topic.RFID_CROSSINGS, epc, crossing);
    }

    /** The ledger says that the tag is on this item. */
    public static void holds(String itemId, String epc, String department, int levelRank, long version) {
        Custody custody = Custody.newBuilder()
                .setItemId(itemId)
                .setEpc(epc)
                .setKind("LAPTOP")
                .setDepartmentCode(department)
                .setLevelRank(levelRank)
                .setState(CustodyState.IN_PLACE)
                .setVersion(version)
                .build();
        TestKafka.publish(Topic.LEDGER_CUSTODY, itemId, custody);
    }

    public static String anItem() {
        return UUID.randomUUID().toString();
    }

    public static RequestSpecification as(String demoUser) {
        return given().auth().oauth2(Tokens.of(demoUser));
    }

    public static ValidatableResponse asked(String demoUser, String epc) {
        return as(demoUser).get("/api/sightings/tags/" + epc).then();
    }

    /** Waits until what the officer is told of the tag has this value at this path. */
    public static void awaitTold(String epc, String path, Object value) {
        await().atMost(PATIENCE).until(() -> {
            var answer = asked("officer", epc).extract();
            return answer.statusCode() == 200 && value.equals(answer.path(path));
        });
    }
}
