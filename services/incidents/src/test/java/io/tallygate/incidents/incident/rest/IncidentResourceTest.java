package io.tallygate.incidents.incident.rest;

import static io.restassured.RestAssured.given;
import static io.tallygate.incidents.Gate.NOON;
import static io.tallygate.incidents.Gate.aPortal;
import static io.tallygate.incidents.Gate.aSecretLaptopOfRdLeaves;
import static io.tallygate.incidents.Gate.aTagNobodyKnowsLeaves;
import static io.tallygate.incidents.Gate.as;
import static io.tallygate.incidents.Gate.awaitListed;
import static io.tallygate.incidents.Gate.awaitPublished;
import static io.tallygate.incidents.Gate.incidentOf;
import static io.tallygate.incidents.Gate.published;
import static io.tallygate.incidents.Gate.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.testkit.DocumentStores;
import io.tallygate.testkit.OpenApiSnapshot;
import io.tallygate.testkit.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DocumentStores.class)
class IncidentResourceTest {

    private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

    @Test
    void shouldServeTheContract() {
        OpenApiSnapshot.verify("incidents");
    }

    @Test
    void shouldShowEachRoleItsPartInListsAndAlone() {
        String portal = aPortal();
        says(aSecretLaptopOfRdLeaves().setPortalCode(portal).setReason("RD4").build());
        says(aSecretLaptopOfRdLeaves()
                .setPortalCode(portal)
                .setReason("RD5")
                .setLevelRank(5)
                .build());
        says(aSecretLaptopOfRdLeaves()
                .setPortalCode(portal)
                .setReason("OPS2")
                .setLevelRank(2)
                .setDepartmentCode("OPS")
                .build());
        says(aTagNobodyKnowsLeaves().setPortalCode(portal).build());
        says(portal, PortalState.BLIND, NOON);
        List<String> all = awaitListed(portal, 5);

        Set<String> everything = Set.of("RD4", "RD5", "OPS2", "UNREGISTERED_TAG", "CONNECTION_LOST");
        Map.of(
                        "guard",
                        everything,
                        "officer",
                        everything,
                        "leader",
                        everything,
                        "manager",
                        everything,
                        "registrar",
                        Set.of("RD4", "RD5", "OPS2"),
                        "member.rd",
                        Set.of("RD4"),
                        "member.ops",
                        Set.of("OPS2"),
                        "sysadmin",
                        Set.of("CONNECTION_LOST"))
                .forEach((user, seen) -> {
                    assertThat(reasonsListed(user, portal)).as(user).isEqualTo(seen);
                    assertThat(reasonsAlone(user, all)).as(user + " one by one").isEqualTo(seen);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"secadmin", "auditor"})
    void shouldRefuseRolesWithoutAPart(String user) {
        problem(as(user).get("/api/incidents").then(), 403, "FORBIDDEN");
        problem(as(user).get("/api/incidents/" + NOBODYS).then(), 403, "FORBIDDEN");
        problem(acknowledge(user, NOBODYS, "seen"), 403, "FORBIDDEN");
    }

    @Test
    void shouldRefuseWhoeverIsNotSignedIn() {
        problem(given().get("/api/incidents").then(), 401, "UNAUTHENTICATED");
        problem(
                given().auth()
                        .oauth2(Tokens.expired("guard"))
                        .get("/api/incidents")
                        .then(),
                401,
                "UNAUTHENTICATED");
        String joined = Tokens.with("auditor", "auditor", "system-admin");
        problem(given().auth().oauth2(joined).get("/api/incidents").then(), 403, "SEPARATION_OF_DUTIES");
        String stranger = Tokens.with("stranger", "guard");
        problem(given().auth().oauth2(stranger).get("/api/incidents").then(), 403, "UNKNOWN_PERSON");
    }

    @Test
    void shouldPageNewestFirst() {
        String portal = aPortal();
        for (int minute = 0; minute < 5; minute++) {
            long at = Micros.of(NOON.plusSeconds(60L * (minute / 2)));
            says(aSecretLaptopOfRdLeaves()
                    .setPortalCode(portal)
                    .setDecidedAtUs(at)
                    .build());
        }
        List<String> whole = awaitListed(portal, 5);

        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            var page = as("guard")
                    .get("/api/incidents?limit=2&portal=" + portal + "&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract();
            paged.addAll(page.path("items.id"));
            after = page.path("next");
        } while (after != null);

        assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
        as("guard")
                .get("/api/incidents?portal=" + portal + "&since=2026-03-02T12:01:00Z")
                .then()
                .body("items.size()", equalTo(3));
    }

    @Test
    void shouldFilter() {
        String portal = aPortal();
        String exit = incidentOf(aSecretLaptopOfRdLeaves().setPortalCode(portal).build());
        says(portal, PortalState.BLIND, NOON.plusSeconds(1));
        awaitListed(portal, 2);
        acknowledge("guard", exit, "stopped at the door").statusCode(200);

        String list = "/api/incidents?portal=" + portal;
        as("guard").get(list + "&state=ACKNOWLEDGED").then().body("items.id", contains(exit));
        as("guard").get(list + "&state=OPEN").then().body("items.kind", contains("PORTAL_BLIND"));
        as("guard").get(list + "&kind=UNAUTHORIZED_EXIT").then().body("items.id", contains(exit));
    }

    @ParameterizedTest
    @CsvSource({
        "state=open,state,UNKNOWN_VALUE",
        "kind=FIRE,kind,UNKNOWN_VALUE",
        "since=yesterday,since,MALFORMED",
        "since=2026-03-02,since,MALFORMED",
        "limit=0,limit,OUT_OF_RANGE",
        "limit=501,limit,OUT_OF_RANGE",
        "limit=many,limit,MALFORMED",
        "portal=%07,portal,CONTROL_CHARACTER"
    })
    void shouldRefuseParametersThatCannotBeRead(String parameter, String field, String code) {
        ValidatableResponse answer = as("guard")
                .urlEncodingEnabled(false)
                .get("/api/incidents?" + parameter)
                .then();

        problem(answer, 400, "INVALID_REQUEST")
                .body("violations.field", contains(field))
                .body("violations.code", contains(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "LWRldGVjdGVkQXQffx94", "LWRldGVjdGVkQXQfMQ"})
    void shouldRefuseCursorsItDidNotGive(String cursor) {
        problem(as("guard").get("/api/incidents?after=" + cursor).then(), 400, "INVALID_CURSOR");
    }

    @Test
    void shouldAcknowledgeOnceAndPublishIt() {
        String id =
                incidentOf(aSecretLaptopOfRdLeaves().setPortalCode(aPortal()).build());

        acknowledge("guard", id, "  stopped at the door\nall fine ")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("acknowledgedBy", equalTo("guard"))
                .body("history[1].by", equalTo("guard"))
                .body("history[1].comment", equalTo("stopped at the door\nall fine"));

        assertThat(awaitPublished(id, 2).getState()).isEqualTo("ACKNOWLEDGED");
        problem(acknowledge("officer", id, "me too"), 409, "ALREADY_ACKNOWLEDGED");
        assertThat(published(id)).hasSize(2);
        as("guard").get("/api/incidents/" + id).then().header("ETag", "\"2\"");
    }

    @Test
    void shouldAnswerARepeatedRequestAsTheFirstTime() {
        String id =
                incidentOf(aSecretLaptopOfRdLeaves().setPortalCode(aPortal()).build());

        String first = acknowledge("guard", id, "seen", "If-Match", "\"1\"", "Idempotency-Key", "k1")
                .statusCode(200)
                .extract()
                .asString();

        String again = acknowledge("guard", id, "seen", "If-Match", "\"1\"", "Idempotency-Key", "k1")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(again).isEqualTo(first);
        problem(acknowledge("guard", id, "else", "Idempotency-Key", "k1"), 409, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void shouldRefuseAStaleVersion() {
        String id =
                incidentOf(aSecretLaptopOfRdLeaves().setPortalCode(aPortal()).build());

        problem(acknowledge("guard", id, "seen", "If-Match", "\"7\""), 412, "PRECONDITION_FAILED");
        problem(acknowledge("guard", id, "seen", "If-Match", "7"), 400, "INVALID_REQUEST");

        as("guard").get("/api/incidents/" + id).then().body("state", equalTo("OPEN"));
        assertThat(published(id)).allMatch(told -> told.getVersion() == 1);
    }

    @Test
    void shouldRefuseToAcknowledgeWhatTheCallerMayNotSee() {
        String id =
                incidentOf(aSecretLaptopOfRdLeaves().setPortalCode(aPortal()).build());

        problem(acknowledge("member.rd", id, "mine"), 403, "FORBIDDEN");
        problem(acknowledge("registrar", id, "mine"), 403, "FORBIDDEN");
        problem(acknowledge("guard", NOBODYS, "seen"), 404, "NOT_FOUND");
        problem(acknowledge("guard", "not-an-id", "seen"), 404, "NOT_FOUND");
        problem(as("member.ops").get("/api/incidents/" + id).then(), 404, "NOT_FOUND");
        as("guard").get("/api/incidents/" + id).then().body("state", equalTo("OPEN"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{}',comment,REQUIRED",
        "'{\"comment\":\"  \"}',comment,REQUIRED",
        "'{\"comment\":\"a\\u0007b\"}',comment,CONTROL_CHARACTER",
        "'{\"comment\":{}}',comment,MALFORMED"
    })
    void shouldRefuseACommentThatSaysNothing(String body, String field, String code) {
        String id =
                incidentOf(aSecretLaptopOfRdLeaves().setPortalCode(aPortal()).build());

        problem(post("guard", id, body), 400, "INVALID_REQUEST")
                .body("violations.field", hasItems(field))
                .body("violations.code", hasItems(code));

        as("guard").get("/api/incidents/" + id).then().body("state", equalTo("OPEN"));
    }

    @Test
    void shouldRefuseBodiesThatAreTooLongOrNoJson() {
        problem(acknowledge("guard", NOBODYS, "x".repeat(2001)), 400, "INVALID_REQUEST")
                .body("violations.code", contains("TOO_LONG"));
        problem(post("guard", NOBODYS, "{\"comment\":"), 400, "MALFORMED_JSON");
        problem(acknowledge("guard", NOBODYS, "x", "Idempotency-Key", "a b"), 400, "INVALID_REQUEST")
                .body("violations.field", contains("Idempotency-Key"));
    }

    private static ValidatableResponse acknowledge(String user, String id, String comment, String... headers) {
        var request = as(user).contentType(ContentType.JSON).body(Map.of("comment", comment));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.post("/api/incidents/" + id + "/acknowledgement").then();
    }

    private static ValidatableResponse post(String user, String id, String body) {
        return as(user).contentType(ContentType.JSON)
                .body(body)
                .post("/api/incidents/" + id + "/acknowledgement")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }

    private static Set<String> reasonsListed(String user, String portal) {
        List<String> reasons =
                as(user).get("/api/incidents?portal=" + portal).then().extract().path("items.reason");
        return new HashSet<>(reasons);
    }

    private static Set<String> reasonsAlone(String user, List<String> ids) {
        Set<String> reasons = new HashSet<>();
        for (String id : ids) {
            var answer = as(user).get("/api/incidents/" + id).then().extract();
            if (answer.statusCode() == 200) {
                reasons.add(answer.path("reason"));
            } else {
                assertThat(answer.statusCode()).isEqualTo(404);
            }
        }
        return reasons;
    }
}
