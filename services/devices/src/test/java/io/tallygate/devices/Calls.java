package io.tallygate.devices;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tallygate.testkit.Tokens;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Requests as words. */
public final class Calls {

    public static final String DEVICES = "/api/devices";

    private static final AtomicLong NEXT = new AtomicLong(1);

    private Calls() {}

    public static RequestSpecification as(String demoUser) {
        return given().auth().oauth2(Tokens.of(demoUser)).contentType(ContentType.JSON);
    }

    /** A number that no other device of these tests has. */
    public static long fresh() {
        return NEXT.incrementAndGet();
    }

    public static String freshEpc() {
        return String.format(Locale.ROOT, "3034257BF4%014X", fresh());
    }

    public static String freshTid() {
        return String.format(Locale.ROOT, "E280%020X", fresh());
    }

    /** A SECRET laptop of RD with a tag; change what the scenario is about. */
    public static Map<String, @Nullable Object> aSecretLaptop() {
        long number = fresh();
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("kind", "LAPTOP");
        body.put("classified", true);
        body.put("level", "SECRET");
        body.put("name", "涉密笔记本 " + number);
        body.put("manufacturer", "Lenovo");
        body.put("model", "ThinkPad T14");
        body.put("serialNo", "SN-" + number);
        body.put("departmentCode", "RD");
        body.put("keeperNo", "P0101");
        body.put("cabinetCode", "CAB-101-1");
        body.put("tag", Map.of("epc", freshEpc(), "tid", freshTid()));
        return body;
    }

    /** An UNCLASSIFIED desktop of OPS without a tag. */
    public static Map<String, @Nullable Object> anUnclassifiedDesktop() {
        Map<String, @Nullable Object> body = aSecretLaptop();
        body.put("kind", "DESKTOP");
        body.put("classified", false);
        body.put("level", "UNCLASSIFIED");
        body.put("departmentCode", "OPS");
        body.put("keeperNo", "P0201");
        body.remove("tag");
        return body;
    }

    public static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> body, String field, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    public static ValidatableResponse register(Map<String, @Nullable Object> body) {
        return as("registrar").body(body).post(DEVICES).then();
    }

    /** Registers and gives the id. */
    public static String registered(Map<String, @Nullable Object> body) {
        return register(body).statusCode(201).extract().path("id");
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
                .body("violations.find { it.field == '" + field + "' }.code", equalTo(violation));
    }
}
