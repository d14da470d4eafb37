package io.tallygate.facilities.portal;

import static io.tallygate.facilities.Calls.DESKS;
import static io.tallygate.facilities.Calls.PORTALS;
import static io.tallygate.facilities.Calls.aRoom;
import static io.tallygate.facilities.Calls.as;
import static io.tallygate.facilities.Calls.fresh;
import static io.tallygate.facilities.Calls.isProblem;
import static io.tallygate.facilities.Calls.isProblemOf;
import static io.tallygate.facilities.portal.PortalCalls.aPortal;
import static io.tallygate.facilities.portal.PortalCalls.put;
import static io.tallygate.facilities.portal.PortalCalls.putAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.facilities.Written;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A portal whose gate was moved away, whose code was mistyped, whose reader was scrapped. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class PortalTakenDownResourceTest {

    private static final String DOWN = ", \"active\": false";
    private static final String UP = ", \"active\": true";

    private final int number = fresh();
    private final String code = "P-" + number;
    private String room = "";

    @Inject
    Written written;

    @BeforeEach
    void build() {
        room = aRoom();
    }

    @Test
    void shouldTakeAPortalDownAndPutItUpAgainAndTellTheGateEachTime() {
        put(code, null, body("")).statusCode(201).body("active", equalTo(true));
        put(code, 0, body(DOWN))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("active", equalTo(false))
                .body("reader.port", equalTo(number));
        written.nothingBy(() -> put(code, 1, body(DOWN)).statusCode(200).header("ETag", "\"1\""));
        put(code, 1, body(UP)).statusCode(200).body("active", equalTo(true));
        put(code, 2, body(DOWN)).statusCode(200).body("active", equalTo(false));
        put(code, 3, body("")).statusCode(200).body("active", equalTo(true));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(TestKafka.read(Topic.FACILITIES_PORTALS, Portal.parser()))
                        .filteredOn(portal -> portal.getCode().equals(code))
                        .extracting(Portal::getActive)
                        .containsExactly(true, false, true, false, true));
    }

    @Test
    void shouldKeepAPortalThatWasTakenDownInTheListForEverybody() {
        put(code, null, body("")).statusCode(201);
        put(code, 0, body(DOWN)).statusCode(200);

        as("guard").get(PORTALS + "/" + code).then().statusCode(200).body("active", equalTo(false));
        as("guard")
                .queryParam("limit", 500)
                .get(PORTALS)
                .then()
                .body("items.find { it.code == '" + code + "' }.active", equalTo(false));
    }

    /** So that it can be made ready before its reader hangs, without a blind gate on every board. */
    @Test
    void shouldTakeInAPortalThatIsNotUpYet() {
        put(code, null, body(DOWN)).statusCode(201).body("active", equalTo(false));
        put(code, 0, body("")).statusCode(200).body("active", equalTo(true));
    }

    @Test
    void shouldLeaveTheReaderOfAPortalThatWasTakenDownToTheNextOne() {
        String next = "P-" + fresh();
        put(code, null, body("")).statusCode(201);
        refusesItsReaderTo(next);
        put(code, 0, body(DOWN)).statusCode(200);

        put(next, null, bodyOf(next, "")).statusCode(201);

        written.nothingBy(
                () -> isProblemOf(put(code, 1, body(UP)), 409, "DUPLICATE_READER", "reader", "DUPLICATE_READER"));
        as("manager").get(PORTALS + "/" + code).then().body("active", equalTo(false));
        put(code, 1, body(DOWN).replace("SECURE", "OPEN")).statusCode(200).body("failMode", equalTo("OPEN"));
        put(next, 0, bodyOf(next, DOWN)).statusCode(200);
        put(code, 2, body(UP)).statusCode(200).body("active", equalTo(true));
    }

    private void refusesItsReaderTo(String other) {
        isProblemOf(put(other, null, bodyOf(other, "")), 409, "DUPLICATE_READER", "reader", "DUPLICATE_READER");
    }

    @Test
    void shouldLeaveTheReaderOfAPortalThatWasTakenDownToADesk() {
        put(code, null, body("")).statusCode(201);
        put(code, 0, body(DOWN)).statusCode(200);
        String desk = "D-" + number;

        as("manager")
                .body("""
                        {"roomCode": "%s", "reader": {"host": "127.0.0.1", "port": %d}, "antennas": [1]}""".formatted(room, number))
                .put(DESKS + "/" + desk)
                .then()
                .statusCode(201);

        written.nothingBy(
                () -> isProblemOf(put(code, 1, body(UP)), 409, "DUPLICATE_READER", "reader", "DUPLICATE_READER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "officer", "registrar", "sysadmin", "leader"})
    void shouldLetOnlyFacilityManagersTakeAPortalDown(String user) {
        put(code, null, body("")).statusCode(201);

        written.nothingBy(() -> isProblem(putAs(user, code, 0, body(DOWN)), 403, "FORBIDDEN"));
        as("guard").get(PORTALS + "/" + code).then().body("active", equalTo(true));
    }

    @Test
    void shouldTakeAPortalDownOnlyFromItsNewestVersion() {
        put(code, null, body("")).statusCode(201);
        put(code, 0, body("").replace("SECURE", "OPEN")).statusCode(200);

        written.nothingBy(() -> isProblem(put(code, 0, body(DOWN)), 412, "PRECONDITION_FAILED"));
        written.nothingBy(() -> isProblem(put(code, null, body(DOWN)), 428, "PRECONDITION_REQUIRED"));
        as("guard").get(PORTALS + "/" + code).then().body("active", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"false\"", "\"no\"", "\"\"", "0", "1", "{}", "[]"})
    void shouldRefuseWhatIsNeitherUpNorDown(String active) {
        put(code, null, body("")).statusCode(201);

        written.nothingBy(() -> isProblemOf(
                put(code, 0, body(", \"active\": " + active)), 400, "INVALID_REQUEST", "active", "MALFORMED"));
    }

    @Test
    void shouldNotTakeAPortalDownWithABodyThatIsNoPortal() {
        put(code, null, body("")).statusCode(201);

        written.nothingBy(
                () -> isProblemOf(put(code, 0, "{\"active\": false}"), 400, "INVALID_REQUEST", "reader", "REQUIRED"));
        written.nothingBy(() -> isProblemOf(
                put(code, 0, body(DOWN).replace("SECURE", "MAYBE")),
                400,
                "INVALID_REQUEST",
                "failMode",
                "UNKNOWN_FAIL_MODE"));
    }

    private String body(String more) {
        return bodyOf(code, more);
    }

    private String bodyOf(String portal, String more) {
        return aPortal(portal, room, number, more);
    }
}
