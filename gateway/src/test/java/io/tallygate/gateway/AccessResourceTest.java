package io.tallygate.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.commons.identity.Roles;
import io.tallygate.testkit.EventStores;
import io.tallygate.testkit.Tokens;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EventStores.class)
@QuarkusTestResource(StubService.class)
class AccessResourceTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void shouldAnswer401ToAnApiCallWithoutSignIn() {
        given().get("/api/devices")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .body("code", equalTo("UNAUTHENTICATED"));
        given().get("/api/session").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().get("/api/live").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void shouldRefuseATokenThatHasEndedOrThatIsNone() {
        given().auth()
                .oauth2(Tokens.expired("registrar"))
                .get("/api/devices")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .body("code", equalTo("UNAUTHENTICATED"));
        given().auth()
                .oauth2("garbage")
                .get("/api/devices")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void shouldRefuseATokenThatJoinsAuditorWithAnAdministrator() {
        given().auth()
                .oauth2(Tokens.with("auditor", Roles.AUDITOR, Roles.SYSTEM_ADMIN))
                .get("/api/devices")
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("code", equalTo("SEPARATION_OF_DUTIES"));
    }

    @Test
    void shouldSendWhoeverOpensLoginToTheIdentityProvider() {
        given().redirects()
                .follow(false)
                .get("/login?returnTo=/gate")
                .then()
                .statusCode(302)
                .header("Location", containsString("/authorize?response_type=code"))
                .header("Location", containsString("code_challenge_method=S256"));
    }

    @Test
    void shouldTellWhoIsSignedIn() {
        given().auth()
                .oauth2(Tokens.of("member.rd"))
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("username", equalTo("member.rd"))
                .body("departmentCode", equalTo("RD"))
                .body("clearance", equalTo("SECRET"))
                .body("roles", hasItem("member"));
    }

    @Test
    void shouldForwardToTheServiceWithTheTokenAndWithoutTheCookie() {
        String token = Tokens.of("registrar");
        given().auth()
                .oauth2(token)
                .cookie("other", "value")
                .urlEncodingEnabled(false)
                .get("/api/devices?limit=2&q=a%20b")
                .then()
                .statusCode(200)
                .header("ETag", "\"7\"")
                .body("path", equalTo("/api/devices?limit=2&q=a%20b"))
                .body("authorization", startsWith("Bearer " + token))
                .body("cookie", equalTo("null"));
    }

    @Test
    void shouldForwardALargeBodyWhole() {
        byte[] body = new byte[3_000_000];
        Arrays.fill(body, (byte) 'x');
        given().auth()
                .oauth2(Tokens.of("registrar"))
                .contentType("text/csv")
                .body(body)
                .post("/api/devices/imports")
                .then()
                .statusCode(201)
                .body("bodyBytes", equalTo(body.length));
    }

    @Test
    void shouldNameTheServiceThatDoesNotAnswer() {
        given().auth()
                .oauth2(Tokens.of("registrar"))
                .get("/api/carriers/exit-permits")
                .then()
                .statusCode(503)
                .contentType(PROBLEM)
                .body("code", equalTo("UNAVAILABLE"))
                .body("detail", containsString("carriers"));
    }

    @Test
    void shouldAnswer404ForAServiceThatDoesNotExist() {
        given().auth()
                .oauth2(Tokens.of("registrar"))
                .get("/api/nothing")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void shouldServeTheConsolesFirstPageForEveryPathOfTheConsoleAndNoOther() {
        String page = given().get("/").then().statusCode(200).extract().asString();
        given().get("/devices/new").then().statusCode(200).body(equalTo(page));
        given().get("/permits/4711").then().statusCode(200).body(equalTo(page));
        given().get("/assets/nothing.js").then().statusCode(404);
        given().get("/q/nothing").then().statusCode(404);
    }

    @Test
    void shouldServeTheMergedApiDocument() {
        given().get("/api/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/api/devices'.post", org.hamcrest.Matchers.notNullValue())
                .body("paths.'/api/incidents'.get", org.hamcrest.Matchers.notNullValue())
                .body("components.schemas.devices_Problem", org.hamcrest.Matchers.notNullValue());
    }

    @Test
    void shouldSayThatItIsReadyAndShowItsMetrics() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("tallygate_live_streams"));
    }
}
