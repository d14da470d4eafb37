package io.tallygate.incidents.incident.messaging;

import static io.tallygate.incidents.Gate.NOON;
import static io.tallygate.incidents.Gate.PATIENCE;
import static io.tallygate.incidents.Gate.aPortal;
import static io.tallygate.incidents.Gate.aSecretLaptopOfRdLeaves;
import static io.tallygate.incidents.Gate.aTagNobodyKnowsLeaves;
import static io.tallygate.incidents.Gate.as;
import static io.tallygate.incidents.Gate.awaitListed;
import static io.tallygate.incidents.Gate.awaitPublished;
import static io.tallygate.incidents.Gate.incidentOf;
import static io.tallygate.incidents.Gate.listed;
import static io.tallygate.incidents.Gate.published;
import static io.tallygate.incidents.Gate.says;
import static io.tallygate.incidents.Gate.warns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.incidents.v1.Incident;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Figure;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.incidents.incident.application.OpeningIncident;
import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.persistence.IncidentStore;
import io.tallygate.testkit.DocumentStores;
import io.tallygate.testkit.TestKafka;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DocumentStores.class)
class OpeningResourceTest {

    @Inject
    OpeningIncident opening;

    @Inject
    IncidentStore store;

    @Test
    void shouldOpenOneIncidentWithItsEvidenceAndPublishIt() {
        Crossing crossing = aSecretLaptopOfRdLeaves().setPortalCode(aPortal()).build();

        String id = incidentOf(crossing);

        as("guard")
                .get("/api/incidents/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("kind", equalTo("UNAUTHORIZED_EXIT"))
                .body("reason", equalTo("NO_PERMIT"))
                .body("state", equalTo("OPEN"))
                .body("itemId", equalTo(crossing.getItemId()))
                .body("itemKind", equalTo("LAPTOP"))
                .body("level", equalTo("SECRET"))
                .body("departmentCode", equalTo("RD"))
                .body("roomCode", equalTo("R-101"))
                .body("crossingId", equalTo(crossing.getCrossingId()))
                .body("detectedAt", equalTo("2026-03-02T12:00:00.123456Z"))
                .body("crossing.direction", equalTo("OUT"))
                .body("crossing.verdict", equalTo("ALARM"))
                .body("crossing.ruleVersion", equalTo("1"))
                .body("evidence", hasSize(2))
                .body("evidence[0].antenna", equalTo(1))
                .body("evidence[0].rssiDbm.toDouble()", closeTo(-57.5, 0.001))
                .body("evidence.zone", contains("INSIDE", "OUTSIDE"))
                .body("crossing.figures.name", contains("swing_db", "position_m"))
                .body("crossing.figures.value", contains(11.25f, -0.1f))
                .body("history.what", equalTo(List.of("OPENED")));
        Incident told = awaitPublished(id, 1);
        assertThat(told.getKind()).isEqualTo("UNAUTHORIZED_EXIT");
        assertThat(told.getDepartmentCode()).isEqualTo("RD");
        assertThat(told.getLevelRank()).isEqualTo(4);
        assertThat(told.getCrossingId()).isEqualTo(crossing.getCrossingId());
    }

    @Test
    void shouldDoWithoutFiguresAndSidesWhereTheGateTellsNone() {
        Crossing.Builder crossing =
                aSecretLaptopOfRdLeaves().setPortalCode(aPortal()).clearFigures();
        crossing.getEvidenceBuilderList().forEach(TagRead.Builder::clearZone);

        String id = incidentOf(crossing.build());

        as("guard")
                .get("/api/incidents/" + id)
                .then()
                .statusCode(200)
                .body("crossing.figures", hasSize(0))
                .body("evidence", hasSize(2))
                .body("evidence.zone", contains(nullValue(), nullValue()));
    }

    @Test
    void shouldLeaveOutAFigureThatIsNoNumber() {
        Crossing crossing = aSecretLaptopOfRdLeaves()
                .setPortalCode(aPortal())
                .addFigures(Figure.newBuilder().setName("inside_dbm").setValue(Double.NaN))
                .build();

        String id = incidentOf(crossing);

        as("officer")
                .get("/api/incidents/" + id)
                .then()
                .statusCode(200)
                .body("crossing.figures.name", contains("swing_db", "position_m"));
    }

    @Test
    void shouldOpenOneIncidentHoweverOftenTheCrossingComes() {
        Crossing crossing = aSecretLaptopOfRdLeaves().setPortalCode(aPortal()).build();

        says(crossing);
        says(crossing);
        says(crossing);
        incidentOf(aSecretLaptopOfRdLeaves().setPortalCode(aPortal()).build());

        assertThat(listed("guard", crossing.getPortalCode())).hasSize(1);
    }

    @Test
    void shouldOpenOneIncidentFromManyConsumersAtOnce() throws Exception {
        String portal = aPortal();
        Cause cause = CrossingMapper.toCause(
                aSecretLaptopOfRdLeaves().setPortalCode(portal).build());

        try (ExecutorService consumers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all = IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(consumer -> () -> {
                        opening.open(cause);
                        return true;
                    })
                    .toList();
            for (var one : consumers.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        }

        String id = awaitListed(portal, 1).getFirst();
        awaitPublished(id, 1);
        assertThat(published(id)).hasSize(1);
    }

    @Test
    void shouldPublishWhatAKilledProcessKeptOnly() {
        io.tallygate.incidents.incident.domain.Incident kept =
                io.tallygate.incidents.incident.domain.Incident.opened(CrossingMapper.toCause(
                        aTagNobodyKnowsLeaves().setPortalCode(aPortal()).build()));

        assertThat(store.add(kept)).isTrue();

        assertThat(awaitPublished(kept.id().toString(), 1).getReason()).isEqualTo("UNREGISTERED_TAG");
        await().atMost(PATIENCE)
                .until(() -> store.unpublished(List.of(kept.id())).isEmpty());
    }

    @Test
    void shouldOpenNothingForOtherVerdictsAndSkipWhatCannotBeRead() {
        String quiet = aPortal();
        says(aSecretLaptopOfRdLeaves()
                .setPortalCode(quiet)
                .setVerdict(Verdict.ALLOW)
                .build());
        says(aSecretLaptopOfRdLeaves()
                .setPortalCode(quiet)
                .setVerdict(Verdict.RECORD)
                .build());
        says(aSecretLaptopOfRdLeaves().setPortalCode(quiet).setCrossingId("").build());
        String epc = aSecretLaptopOfRdLeaves().getEpc();
        TestKafka.publishBytes(Topic.RFID_CROSSINGS, epc, new byte[] {10, 99, 1});

        // The same key, hence the same partition: once this one is there, the others have been read.
        incidentOf(aSecretLaptopOfRdLeaves().setPortalCode(aPortal()).build());

        assertThat(listed("guard", quiet)).isEmpty();
        assertThat(as("guard").get("/q/metrics").asString())
                .contains("tallygate_kafka_unreadable_total{topic=\"rfid.crossings.v1\"}");
    }

    @Test
    void shouldAddTheChipThatWasReadAfterTheVerdictAndKeepTheRest() {
        Crossing crossing = aSecretLaptopOfRdLeaves().setPortalCode(aPortal()).build();
        Crossing completed = crossing.toBuilder()
                .setTid("E2801160600002054E1A4B2C")
                .setTidReadAtUs(Micros.of(NOON.plusSeconds(2)))
                .build();
        String id = incidentOf(crossing);
        as("guard")
                .body(Map.of("comment", "stopped at the door"))
                .contentType(ContentType.JSON)
                .post("/api/incidents/" + id + "/acknowledgement")
                .then()
                .statusCode(200);

        says(completed);
        says(completed);
        says(crossing);

        awaitPublished(id, 3);
        String late = incidentOf(completed.toBuilder()
                .setCrossingId(UUID.randomUUID().toString())
                .setPortalCode(aPortal())
                .build());
        for (String each : List.of(id, late)) {
            as("officer")
                    .get("/api/incidents/" + each)
                    .then()
                    .body("crossing.tid", equalTo("E2801160600002054E1A4B2C"))
                    .body("crossing.tidReadAt", equalTo("2026-03-02T12:00:02.123456Z"))
                    .body("evidence", hasSize(2));
        }
        as("officer")
                .get("/api/incidents/" + id)
                .then()
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("version", equalTo(3));
    }

    @Test
    void shouldFollowAPortalsBlindness() {
        String portal = aPortal();
        says(portal, PortalState.BLIND, NOON);
        says(portal, PortalState.BLIND, NOON);
        says(portal, PortalState.CONNECTING, NOON.plusSeconds(5));
        says(portal, PortalState.BLIND, NOON.plusSeconds(10));
        String id = awaitListed(portal, 1).getFirst();
        as("officer")
                .get("/api/incidents/" + id)
                .then()
                .body("kind", equalTo("PORTAL_BLIND"))
                .body("reason", equalTo("CONNECTION_LOST"))
                .body("portalCode", equalTo(portal));

        says(portal, PortalState.WATCHING, NOON.plusSeconds(60));
        says(portal, PortalState.BLIND, NOON.plusSeconds(10));

        assertThat(awaitPublished(id, 2).getState()).isEqualTo("CLOSED");
        as("officer")
                .get("/api/incidents/" + id)
                .then()
                .body("state", equalTo("CLOSED"))
                .body("endedAt", equalTo("2026-03-02T12:01:00.123456Z"))
                .body("history.what", equalTo(List.of("OPENED", "CLOSED")));
        says(portal, PortalState.BLIND, NOON.plusSeconds(120));
        assertThat(awaitListed(portal, 2)).last().isEqualTo(id);
    }

    @Test
    void shouldFollowAPortalsHorn() {
        String portal = aPortal();
        warns(portal, NOON, "NO_TID", "HORN_SILENT");
        warns(portal, NOON, "NO_TID", "HORN_SILENT");
        // Of the same silence: one person goes to one horn.
        warns(portal, NOON.plusSeconds(5), "ALARM_OUTPUT_FAULT", "HORN_SILENT");
        String id = awaitListed(portal, 1).getFirst();
        as("officer")
                .get("/api/incidents/" + id)
                .then()
                .body("kind", equalTo("PORTAL_MUTE"))
                .body("reason", equalTo("HORN_SILENT"))
                .body("portalCode", equalTo(portal))
                .body("detectedAt", equalTo("2026-03-02T12:00:00.123456Z"))
                .body("evidence", empty());
        as("guard")
                .get("/api/incidents?kind=PORTAL_MUTE&portal=" + portal)
                .then()
                .body("items.id", contains(id));
        as("member.rd").get("/api/incidents/" + id).then().statusCode(404);

        // Just started, a bridge knows nothing of the horn yet.
        says(portal, PortalState.CONNECTING, NOON.plusSeconds(30));
        warns(portal, NOON.plusSeconds(60), "NO_TID");
        warns(portal, NOON, "HORN_SILENT");

        assertThat(awaitPublished(id, 2).getState()).isEqualTo("CLOSED");
        as("officer")
                .get("/api/incidents/" + id)
                .then()
                .body("endedAt", equalTo("2026-03-02T12:01:00.123456Z"))
                .body("history.what", equalTo(List.of("OPENED", "CLOSED")));
        warns(portal, NOON.plusSeconds(120), "ALARM_OUTPUT_FAULT");
        assertThat(awaitListed(portal, 2)).last().isEqualTo(id);
    }
}
