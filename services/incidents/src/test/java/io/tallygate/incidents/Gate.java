package io.tallygate.incidents;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.specification.RequestSpecification;
import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Zone;
import io.tallygate.contracts.incidents.v1.Incident;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Direction;
import io.tallygate.contracts.rfid.v1.Figure;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.contracts.rfid.v1.PortalWarning;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the gates say and what people ask, in words. */
public final class Gate {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private Gate() {}

    /** A SECRET laptop of RD leaves P-101 without a permit. */
    public static Crossing.Builder aSecretLaptopOfRdLeaves() {
        return aTagNobodyKnowsLeaves()
                .setItemId(UUID.randomUUID().toString())
                .setKind("LAPTOP")
                .setLevelRank(4)
                .setDepartmentCode("RD")
                .setReason("NO_PERMIT");
    }

    public static Crossing.Builder aTagNobodyKnowsLeaves() {
        return Crossing.newBuilder()
                .setCrossingId(UUID.randomUUID().toString())
                .setPortalCode("P-101")
                .setRoomCode("R-101")
                .setEpc("3034257BF400B7800004CB2F")
                .setDirection(Direction.OUT)
                .setDecidedAtUs(Micros.of(NOON))
                .setVerdict(Verdict.ALARM)
                .setReason("UNREGISTERED_TAG")
                .setRuleVersion("1")
                .setConfidence(0.97)
                .addFigures(Figure.newBuilder().setName("swing_db").setValue(11.25))
                .addFigures(Figure.newBuilder().setName("position_m").setValue(-0.1))
                .addEvidence(read(1, -5750, NOON.minusMillis(400)).setZone(Zone.INSIDE))
                .addEvidence(read(3, -4800, NOON.minusMillis(20)).setZone(Zone.OUTSIDE));
    }

    private static TagRead.Builder read(int antenna, int rssi, Instant at) {
        return TagRead.newBuilder()
                .setEpc("3034257BF400B7800004CB2F")
                .setAntenna(antenna)
                .setRssiCentiDbm(rssi)
                .setSeenAtUs(Micros.of(at))
                .setCount(1);
    }

    public static void says(Crossing crossing) {
        TestKafka.publish(Topic.RFID_CROSSINGS, crossing.getEpc(), crossing);
    }

    public static void says(String portal, PortalState state, Instant since) {
        PortalHealth health = PortalHealth.newBuilder()
                .setPortalCode(portal)
                .setState(state)
                .setReason(state == PortalState.WATCHING ? "" : "CONNECTION_LOST")
                .setSinceUs(Micros.of(since))
                .setReportedAtUs(Micros.of(since))
                .build();
        TestKafka.publish(Topic.RFID_HEALTH, portal, health);
    }

    /** A portal that watches, with these warnings, each since {@code at}. */
    public static void warns(String portal, Instant at, String... codes) {
        PortalHealth.Builder health = PortalHealth.newBuilder()
                .setPortalCode(portal)
                .setState(PortalState.WATCHING)
                .setSinceUs(Micros.of(NOON.minusSeconds(3600)))
                .setReportedAtUs(Micros.of(at));
        for (String code : codes) {
            health.addWarnings(PortalWarning.newBuilder().setCode(code).setSinceUs(Micros.of(at)));
        }
        TestKafka.publish(Topic.RFID_HEALTH, portal, health.build());
    }

    public static RequestSpecification as(String demoUser) {
        return given().auth().oauth2(Tokens.of(demoUser));
    }

    /** A fresh portal, so that what happens at it is this test's alone. */
    public static String aPortal() {
        return "P-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static List<String> listed(String demoUser, String portal) {
        return as(demoUser)
                .get("/api/incidents?portal=" + portal)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    /** Says the crossing and waits until its incident is there; answers the incident's id. */
    public static String incidentOf(Crossing crossing) {
        says(crossing);
        return awaitListed(crossing.getPortalCode(), 1).getFirst();
    }

    public static List<String> awaitListed(String portal, int count) {
        return await().atMost(PATIENCE).until(() -> listed("guard", portal), ids -> ids.size() == count);
    }

    public static List<Incident> published(String id) {
        return TestKafka.read(Topic.INCIDENTS, Incident.parser()).stream()
                .filter(incident -> incident.getId().equals(id))
                .toList();
    }

    public static Incident awaitPublished(String id, long version) {
        return await().atMost(PATIENCE)
                .until(() -> published(id), all -> all.stream().anyMatch(one -> one.getVersion() == version))
                .getLast();
    }
}
