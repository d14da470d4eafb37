package io.tallygate.incidents.incident.messaging;

import static io.tallygate.incidents.Gate.aPortal;
import static io.tallygate.incidents.Gate.as;
import static io.tallygate.incidents.Gate.awaitListed;
import static io.tallygate.incidents.Gate.awaitPublished;
import static io.tallygate.incidents.Gate.says;
import static io.tallygate.incidents.Gate.warns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.testkit.DocumentStores;
import io.tallygate.testkit.TestKafka;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dead bridge as the guards see it. */
@QuarkusTest
@QuarkusTestResource(DocumentStores.class)
class SilenceResourceTest {

    private final String portal = aPortal();

    private static void configured(String code, boolean active) {
        TestKafka.publish(
                Topic.FACILITIES_PORTALS,
                code,
                Portal.newBuilder().setCode(code).setActive(active).build());
    }

    @Test
    void shouldTellOfABridgeThatFallsSilentAndOfItsReturn() {
        Instant watching = Instant.now().minusSeconds(3600);
        configured(portal, true);
        says(portal, PortalState.WATCHING, watching);

        String id = awaitListed(portal, 1).getFirst();
        as("guard")
                .get("/api/incidents/" + id)
                .then()
                .body("kind", equalTo("PORTAL_BLIND"))
                .body("reason", equalTo("BRIDGE_SILENT"))
                .body("state", equalTo("OPEN"));
        assertThat(awaitPublished(id, 1).getReason()).isEqualTo("BRIDGE_SILENT");

        // It was cut off and has watched all along: nothing but that it is heard again is new.
        says(portal, PortalState.WATCHING, watching);

        assertThat(awaitPublished(id, 2).getState()).isEqualTo("CLOSED");
        as("guard")
                .get("/api/incidents/" + id)
                .then()
                .body("endedAt", notNullValue())
                .body("history.what", equalTo(List.of("OPENED", "CLOSED")));
    }

    @Test
    void shouldKeepOneIncidentForAPortalThatWasBlindBeforeItsBridgeFellSilent() {
        configured(portal, true);
        says(portal, PortalState.BLIND, Instant.now());
        String id = awaitListed(portal, 1).getFirst();
        String later = "Z" + aPortal();
        configured(later, true);

        // Expected after the first one, and so found silent after it.
        awaitListed(later, 1);
        assertThat(awaitListed(portal, 1)).containsExactly(id);
        as("guard").get("/api/incidents/" + id).then().body("reason", equalTo("CONNECTION_LOST"));
    }

    @Test
    void shouldEndTheBlindnessOfAPortalThatIsTakenDownAndNotTheSilenceOfItsHorn() {
        configured(portal, true);
        warns(portal, Instant.now(), "HORN_SILENT");
        String mute = awaitListed(portal, 1).getFirst();
        says(portal, PortalState.BLIND, Instant.now());
        String blind = awaitListed(portal, 2).stream()
                .filter(id -> !id.equals(mute))
                .findFirst()
                .orElseThrow();

        configured(portal, false);

        assertThat(awaitPublished(blind, 2).getState()).isEqualTo("CLOSED");
        as("guard").get("/api/incidents/" + blind).then().body("endedAt", notNullValue());
        as("guard").get("/api/incidents/" + mute).then().body("state", equalTo("OPEN"));
    }

    /** The reader is unplugged in the second in which its portal is taken down. */
    @Test
    void shouldEndTheBlindnessThatABridgeTellsOfBeforeItHearsThatItsPortalIsTakenDown() {
        configured(portal, false);
        String before = "Z" + aPortal();
        configured(before, true);
        // Expected after the first one, which has been looked at by then.
        awaitListed(before, 1);
        says(portal, PortalState.BLIND, Instant.now());
        String blind = awaitListed(portal, 1).getFirst();

        TestKafka.publish(Topic.RFID_HEALTH, portal, null);

        assertThat(awaitPublished(blind, 2).getState()).isEqualTo("CLOSED");
    }
}
