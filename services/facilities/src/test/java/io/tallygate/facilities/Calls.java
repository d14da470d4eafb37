package io.tallygate.facilities;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tallygate.testkit.Tokens;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests as words. */
public final class Calls {

    public static final String ROOMS = "/api/facilities/rooms";
    public static final String CABINETS = "/api/facilities/cabinets";
    public static final String PORTALS = "/api/facilities/portals";
    public static final String DESKS = "/api/facilities/desks";

    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    private Calls() {}

    public static RequestSpecification as(String demoUser) {
        return asToken(Tokens.of(demoUser));
    }

    public static RequestSpecification asToken(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A code, or a port, that nothing has. */
    public static int fresh() {
        return NEXT.incrementAndGet();
    }

    public static String aRoom() {
        String code = "R-" + fresh();
        as("manager")
                .body(Map.of("code", code, "name", "机要室"))
                .post(ROOMS)
                .then()
                .statusCode(201);
        return code;
    }

    public static String aCabinet() {
        String code = "CAB-" + fresh();
        as("manager")
                .body(Map.of("code", code, "roomCode", aRoom(), "name", "保密柜"))
                .post(CABINETS)
                .then()
                .statusCode(201);
        return code;
    }

    public static ValidatableResponse isProblem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }

    public static ValidatableResponse isProblemOf(
            ValidatableResponse response, int status, String code, String field, String violation) {
        return isProblem(response, status, code)
                .body(
                        "violations.findAll { it.field == '" + field + "' }.code",
                        org.hamcrest.Matchers.hasItem(violation));
    }
}
