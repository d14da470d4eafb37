package io.tallygate.carriers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tallygate.contracts.devices.v1.Device;
import io.tallygate.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The service's own door, in words. */
public final class CarriersApi {

    public static final String ITEMS = "/api/carriers/items";
    public static final String PERMITS = "/api/carriers/exit-permits";

    private static final Duration GENEROUS = Duration.ofSeconds(90);

    private CarriersApi() {}

    public static RequestSpecification as(String demoUser) {
        return withToken(Tokens.of(demoUser));
    }

    public static RequestSpecification withToken(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static ValidatableResponse item(String id) {
        return as("officer").get(ITEMS + "/" + id).then();
    }

    /** Waits until the item is there and its {@code path} says {@code value}. */
    public static void awaitItem(String id, String path, Object value) {
        eventually(() -> {
            // Not by the client's own checks: they print each answer that is not yet the one waited for.
            Response answer = as("officer").get(ITEMS + "/" + id);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.<Object>path(path)).isEqualTo(value);
        });
    }

    /** Waits until the item's history has this crossing. */
    public static void awaitCrossing(String id, String crossingId) {
        eventually(() -> assertThat(as("officer").get(ITEMS + "/" + id).<List<String>>path("history.crossingId"))
                .contains(crossingId));
    }

    public static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await().atMost(GENEROUS).pollInterval(Duration.ofMillis(100)).untilAsserted(assertion);
    }

    /** A request that is in order: from a minute ago for two hours, held by {@code P0101}, through P-101. */
    public static Map<String, Object> aRequestFor(Device... devices) {
        Instant now = Instant.now();
        List<String> ids = new ArrayList<>();
        for (Device device : devices) {
            ids.add(device.getId());
        }
        Map<String, Object> body = new TreeMap<>();
        body.put("itemIds", ids);
        body.put("holderNo", "P0101");
        body.put("portalCodes", List.of("P-101"));
        body.put("validFrom", now.minusSeconds(60).toString());
        body.put("validUntil", now.plusSeconds(7200).toString());
        body.put("returnBy", now.plusSeconds(7200).toString());
        body.put("destination", "Branch office");
        body.put("purpose", "Presentation");
        body.put("packaging", "Sealed bag");
        return body;
    }

    public static ValidatableResponse request(String user, Map<String, Object> body) {
        return as(user).body(body).post(PERMITS).then();
    }

    /** The id of a permit that {@code registrar} asked for. */
    public static String aPendingPermitFor(Device... devices) {
        return request("registrar", aRequestFor(devices))
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String anActivePermitFor(Device... devices) {
        String permit = aPendingPermitFor(devices);
        decide("officer", permit, "APPROVE").statusCode(200);
        decide("leader", permit, "APPROVE").statusCode(200).body("state", equalTo("ACTIVE"));
        return permit;
    }

    public static ValidatableResponse decide(String user, String permit, String decision) {
        return as(user).body(Map.of("decision", decision, "comment", "Considered"))
                .post(PERMITS + "/" + permit + "/decisions")
                .then();
    }

    public static ValidatableResponse revoke(String user, String permit) {
        return as(user).body(Map.of("reason", "Not needed"))
                .post(PERMITS + "/" + permit + "/revocation")
                .then();
    }

    public static ValidatableResponse permit(String id) {
        return as("officer").get(PERMITS + "/" + id).then();
    }

    public static ValidatableResponse refusedWith(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status));
    }

    public static void violates(ValidatableResponse response, int status, String field, String code) {
        refusedWith(response, status, status == 400 ? "INVALID_REQUEST" : "RULE_VIOLATED")
                .body("violations.findAll { it.field == '" + field + "' }.code", hasItem(code));
    }

    public static String nobody() {
        return UUID.randomUUID().toString();
    }
}
