package io.tallygate.facilities.room;

import static io.restassured.RestAssured.given;
import static io.tallygate.facilities.Calls.ROOMS;
import static io.tallygate.facilities.Calls.aRoom;
import static io.tallygate.facilities.Calls.as;
import static io.tallygate.facilities.Calls.asToken;
import static io.tallygate.facilities.Calls.fresh;
import static io.tallygate.facilities.Calls.isProblem;
import static io.tallygate.facilities.Calls.isProblemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.RoomRegistered;
import io.tallygate.contracts.register.v1.RegisterEntry;
import io.tallygate.facilities.Written;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class RoomResourceTest {

    @Inject
    Written written;

    @Test
    void shouldRegisterARoomAndRecordIt() {
        String code = aRoom();

        as("guard").queryParam("limit", 500).get(ROOMS).then().statusCode(200).body("items.code", hasItem(code));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(TestKafka.read(Topic.FACILITIES_REGISTER, RegisterEntry.parser()))
                        .anyMatch(entry -> entry.getSubject().equals(code)
                                && entry.getActor().equals("manager")
                                && entry.getEvent().is(RoomRegistered.class)));
    }

    @Test
    void shouldPageThroughRooms() {
        aRoom();
        aRoom();

        String next =
                as("leader").queryParam("limit", 1).get(ROOMS).then().extract().path("next");
        as("leader")
                .queryParams(Map.of("limit", 1, "after", next))
                .get(ROOMS)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        isProblem(as("leader").queryParam("after", "?").get(ROOMS).then(), 400, "INVALID_CURSOR");
        isProblemOf(
                as("leader").queryParam("limit", "many").get(ROOMS).then(),
                400,
                "INVALID_REQUEST",
                "limit",
                "MALFORMED");
    }

    @Test
    void shouldAnswerARepeatedKeyAsTheFirstTimeAndRefuseItForAnotherRequest() {
        String code = "R-" + fresh();
        String first = register(code, "x", code).statusCode(201).extract().asString();

        written.nothingBy(() -> register(code, "x", code).statusCode(201).body(equalTo(first)));
        written.nothingBy(() -> isProblem(register(code, "y", code), 409, "IDEMPOTENCY_KEY_REUSED"));
        written.nothingBy(() -> isProblemOf(
                register("R-" + fresh(), "x", "two words"), 400, "INVALID_REQUEST", "Idempotency-Key", "MALFORMED"));
    }

    @Test
    void shouldRefuseACodeThatIsTaken() {
        String code = aRoom();

        written.nothingBy(() -> isProblemOf(
                as("manager")
                        .body(Map.of("code", code, "name", "x"))
                        .post(ROOMS)
                        .then(),
                409,
                "DUPLICATE_ROOM",
                "code",
                "DUPLICATE_ROOM"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"x\"}|code|REQUIRED",
                "{\"code\": \"r1\", \"name\": \"x\"}|code|MALFORMED",
                "{\"code\": \"R1\"}|name|REQUIRED",
                "{\"code\": \"R1\", \"name\": \"x\", \"colour\": 1}|colour|MALFORMED",
            })
    void shouldRefuseAMalformedRoom(String body, String field, String violation) {
        written.nothingBy(() ->
                isProblemOf(as("manager").body(body).post(ROOMS).then(), 400, "INVALID_REQUEST", field, violation));
    }

    @Test
    void shouldRefuseABodyThatIsNone() {
        isProblem(as("manager").post(ROOMS).then(), 400, "INVALID_REQUEST");
        isProblem(as("manager").body("{").post(ROOMS).then(), 400, "MALFORMED_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "officer", "leader", "member.rd", "guard", "sysadmin", "secadmin", "auditor"})
    void shouldLetOnlyFacilityManagersAddRooms(String user) {
        written.nothingBy(() -> isProblem(
                as(user).body(Map.of("code", "R-" + fresh(), "name", "x"))
                        .post(ROOMS)
                        .then(),
                403,
                "FORBIDDEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sysadmin", "secadmin", "auditor"})
    void shouldShowRoomsToNoAdministrator(String user) {
        isProblem(as(user).get(ROOMS).then(), 403, "FORBIDDEN");
    }

    @Test
    void shouldRefuseStrangers() {
        isProblem(given().get(ROOMS).then(), 401, "UNAUTHENTICATED");
        written.nothingBy(() -> isProblem(
                asToken(Tokens.with("has.left", "facility-manager"))
                        .body(Map.of("code", "R-" + fresh(), "name", "x"))
                        .post(ROOMS)
                        .then(),
                403,
                "UNKNOWN_PERSON"));
    }

    private static ValidatableResponse register(String code, String name, String key) {
        return as("manager")
                .header("Idempotency-Key", key)
                .body(Map.of("code", code, "name", name))
                .post(ROOMS)
                .then();
    }
}
