package io.tallygate.personnel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tallygate.testkit.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Requests as words. */
final class Calls {

    static final String DEPARTMENTS = "/api/personnel/departments";
    static final String PEOPLE = "/api/personnel/people";

    private static final AtomicInteger NEXT = new AtomicInteger(7000);

    private Calls() {}

    static RequestSpecification as(String demoUser) {
        return asToken(Tokens.of(demoUser));
    }

    static RequestSpecification asToken(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A number nobody has. */
    static String freshNumber() {
        return "P" + NEXT.incrementAndGet();
    }

    /** A department code nobody has. */
    static String freshCode() {
        return "D-" + NEXT.incrementAndGet();
    }

    /** The body of a valid person; change what the scenario is about. */
    static Map<String, @Nullable Object> aPerson(String personNo, String departmentCode) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("personNo", personNo);
        body.put("username", "user." + personNo.toLowerCase(java.util.Locale.ROOT));
        body.put("name", "王小明");
        body.put("departmentCode", departmentCode);
        body.put("post", "Engineer");
        body.put("clearance", "SECRET");
        return body;
    }

    static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> body, String field, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    /** The department, there already or not. */
    static void departmentIsThere(String code) {
        Response response =
                as("secadmin").body(Map.of("code", code, "name", code)).post(DEPARTMENTS);
        assertThat(response.statusCode()).isIn(201, 409);
    }

    static String aRegisteredPerson(String departmentCode) {
        String number = freshNumber();
        as("secadmin").body(aPerson(number, departmentCode)).post(PEOPLE).then().statusCode(201);
        return number;
    }

    static ValidatableResponse isProblem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }

    static ValidatableResponse isProblemOf(
            ValidatableResponse response, int status, String code, String field, String violation) {
        return isProblem(response, status, code)
                .body("violations.find { it.field == '" + field + "' }.code", equalTo(violation));
    }
}
