package io.tallygate.incidents.incident.messaging;

import static io.tallygate.incidents.Gate.PATIENCE;
import static io.tallygate.incidents.Gate.aPortal;
import static io.tallygate.incidents.Gate.aSecretLaptopOfRdLeaves;
import static io.tallygate.incidents.Gate.as;
import static io.tallygate.incidents.Gate.awaitListed;
import static io.tallygate.incidents.Gate.awaitPublished;
import static io.tallygate.incidents.Gate.incidentOf;
import static io.tallygate.incidents.Gate.listed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.incidents.v1.Incident;
import io.tallygate.contracts.rfid.v1.Direction;
import io.tallygate.contracts.sightings.v1.Sight;
import io.tallygate.contracts.sightings.v1.TagConflict;
import io.tallygate.testkit.DocumentStores;
import io.tallygate.testkit.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** G1: what a tag that is not what it seems comes to. */
@QuarkusTest
@QuarkusTestResource(DocumentStores.class)
class DuplicateTagResourceTest {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final String portal = aPortal();
    private final String epc = "3414257BF4"
            + UUID.randomUUID().toString().replace("-", "").substring(0, 14).toUpperCase(Locale.ROOT);

    @Test
    void shouldOpenAnIncidentWithBothPlacesInIt() {
        says(conflict(now).setItemId("item").setKind("LAPTOP").setLevelRank(4).setDepartmentCode("RD"));
        String id = awaitListed(portal, 1).getFirst();

        as("member.rd")
                .get("/api/incidents/" + id)
                .then()
                .statusCode(200)
                .body("kind", equalTo("DUPLICATE_TAG"))
                .body("reason", equalTo("TWO_PLACES_AT_ONCE"))
                .body("state", equalTo("OPEN"))
                .body("epc", equalTo(epc))
                .body("itemId", equalTo("item"))
                .body("itemKind", equalTo("LAPTOP"))
                .body("level", equalTo("SECRET"))
                .body("crossing", nullValue())
                .body("evidence.portalCode", contains("P-101", portal))
                .body("evidence.antenna", contains(1, 3))
                .body("evidence.seenAt", contains(now.minusSeconds(3).toString(), now.toString()));
        as("member.ops").get("/api/incidents/" + id).then().statusCode(404);
        as("guard")
                .get("/api/incidents?kind=DUPLICATE_TAG&portal=" + portal)
                .then()
                .body("items.id", contains(id))
                .body("items[0].epcUri", org.hamcrest.Matchers.startsWith("urn:epc:"));
        Incident told = awaitPublished(id, 1);
        assertThat(told.getKind()).isEqualTo("DUPLICATE_TAG");
        assertThat(told.getEpc()).isEqualTo(epc);
        assertThat(told.getDepartmentCode()).isEqualTo("RD");
    }

    @Test
    void shouldKeepOneOpenIncidentHoweverOftenItIsSeen() {
        says(conflict(now));
        says(conflict(now));
        says(conflict(now.plusSeconds(60)));
        says(conflict(now.plus(Duration.ofHours(5))));
        awaitAllRead();

        assertThat(listed("guard", portal)).hasSize(1);
    }

    @Test
    void shouldOpenAnotherOnceSomebodyHadTimeToFindTheCopy() {
        says(conflict(now.minusSeconds(60)));
        String first = awaitListed(portal, 1).getFirst();
        as("guard")
                .contentType(ContentType.JSON)
                .body(Map.of("comment", "on my way"))
                .post("/api/incidents/" + first + "/acknowledgement")
                .then()
                .statusCode(200);

        says(conflict(now.plus(Duration.ofMinutes(30))));
        awaitAllRead();
        assertThat(listed("guard", portal)).containsExactly(first);

        says(conflict(now.plus(Duration.ofHours(2))));
        assertThat(awaitListed(portal, 2)).last().isEqualTo(first);
    }

    @Test
    void shouldSkipAConflictWithoutItsPlaces() {
        says(conflict(now).clearSights());
        says(conflict(now).setEpc(""));
        awaitAllRead();

        assertThat(listed("guard", portal)).isEmpty();
    }

    @Test
    void shouldHideATagThatIsNotInTheLedgerFromWhoeverHandlesNone() {
        says(conflict(now));
        String id = awaitListed(portal, 1).getFirst();

        as("registrar").get("/api/incidents/" + id).then().statusCode(404);
        as("member.rd").get("/api/incidents/" + id).then().statusCode(404);
        as("officer").get("/api/incidents/" + id).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "OUT, TAG_MISMATCH,     UNAUTHORIZED_EXIT",
        "OUT, GHOST_ITEM,       UNAUTHORIZED_EXIT",
        "OUT, UNREGISTERED_TAG, UNAUTHORIZED_EXIT",
        "IN,  TAG_MISMATCH,     TAG_ANOMALY",
        "IN,  GHOST_ITEM,       TAG_ANOMALY",
        "IN,  UNREGISTERED_TAG, TAG_ANOMALY"
    })
    void shouldOpenAnIncidentForATagThatIsNotWhatItSeems(Direction direction, String reason, String kind) {
        String id = incidentOf(aSecretLaptopOfRdLeaves()
                .setPortalCode(portal)
                .setDirection(direction)
                .setReason(reason)
                .build());

        as("guard")
                .get("/api/incidents/" + id)
                .then()
                .body("kind", equalTo(kind))
                .body("reason", equalTo(reason))
                .body("evidence.portalCode", contains(portal, portal));
    }

    /** The same EPC at P-101, and three seconds later at this test's own portal. */
    private TagConflict.Builder conflict(Instant at) {
        return TagConflict.newBuilder()
                .setEpc(epc)
                .addSights(sight("P-101", 1, at.minusSeconds(3)))
                .addSights(sight(portal, 3, at))
                .setTravelTimeMs(10_000);
    }

    private static Sight.Builder sight(String portal, int antenna, Instant at) {
        return Sight.newBuilder()
                .setPortalCode(portal)
                .setAntenna(antenna)
                .setRssiCentiDbm(-5500)
                .setSeenAtUs(Micros.of(at));
    }

    /** The same key, hence the same partition: once the marker has its incident, the others have been read. */
    private void awaitAllRead() {
        String marker = aPortal();
        TagConflict last = conflict(now)
                .setEpc("30" + epc.substring(2) + marker.hashCode())
                .setSights(1, sight(marker, 1, now))
                .build();
        TestKafka.publish(Topic.SIGHTINGS_CONFLICTS, epc, last);
        List<String> ids = await().atMost(PATIENCE).until(() -> listed("guard", marker), found -> found.size() == 1);
        assertThat(ids).hasSize(1);
    }

    private void says(TagConflict.Builder conflict) {
        TestKafka.publish(Topic.SIGHTINGS_CONFLICTS, epc, conflict.build());
    }
}
