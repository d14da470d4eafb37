package io.tallygate.facilities.cabinet;

import static io.tallygate.facilities.Calls.CABINETS;
import static io.tallygate.facilities.Calls.ROOMS;
import static io.tallygate.facilities.Calls.aCabinet;
import static io.tallygate.facilities.Calls.aRoom;
import static io.tallygate.facilities.Calls.as;
import static io.tallygate.facilities.Calls.fresh;
import static io.tallygate.facilities.Calls.isProblem;
import static io.tallygate.facilities.Calls.isProblemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Cabinet;
import io.tallygate.facilities.Written;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class CabinetResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Written written;

    @Test
    void shouldRegisterACabinetThatMayHoldEverythingAndTellEverybody() {
        String code = aCabinet();

        as("member.rd")
                .get(CABINETS + "/" + code)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("maxLevel", equalTo("TOP_SECRET"))
                .body("version", equalTo(0));
        as("member.rd").queryParam("limit", 500).get(CABINETS).then().body("items.code", hasItem(code));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(newest(code).getMaxLevelRank()).isEqualTo(5));
    }

    @Test
    void shouldChangeACabinetAndTellEverybody() {
        String code = aCabinet();

        change(code, 0, Map.of("name", "柜二", "maxLevel", "SECRET"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("柜二"))
                .body("maxLevel", equalTo("SECRET"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(newest(code).getMaxLevelRank()).isEqualTo(4);
            assertThat(newest(code).getName()).isEqualTo("柜二");
        });
    }

    @Test
    void shouldRecordNothingWhenNothingChanges() {
        String code = aCabinet();

        written.nothingBy(
                () -> change(code, 0, Map.of("name", "保密柜")).statusCode(200).header("ETag", "\"0\""));
    }

    @Test
    void shouldRefuseAChangeThatDoesNotKnowTheNewestVersion() {
        String code = aCabinet();
        change(code, 0, Map.of("name", "new")).statusCode(200);

        written.nothingBy(() -> isProblem(change(code, 0, Map.of("name", "newer")), 412, "PRECONDITION_FAILED"));
        written.nothingBy(() -> isProblem(
                as("manager")
                        .body(Map.of("name", "newer"))
                        .patch(CABINETS + "/" + code)
                        .then(),
                428,
                "PRECONDITION_REQUIRED"));
    }

    @ParameterizedTest
    @CsvSource({"name, '', REQUIRED", "maxLevel, COSMIC, UNKNOWN_LEVEL", "roomCode, R-1, MALFORMED"})
    void shouldRefuseAMalformedChange(String field, String value, String violation) {
        String code = aCabinet();

        written.nothingBy(
                () -> isProblemOf(change(code, 0, Map.of(field, value)), 400, "INVALID_REQUEST", field, violation));
    }

    @Test
    void shouldRefuseARoomThatIsNotThereAndACodeThatIsTaken() {
        String taken = aCabinet();
        String room = aRoom();

        written.nothingBy(() -> isProblemOf(
                register(Map.of("code", "CAB-" + fresh(), "roomCode", "R-NONE", "name", "x")),
                422,
                "RULE_VIOLATED",
                "roomCode",
                "UNKNOWN_ROOM"));
        written.nothingBy(() -> isProblemOf(
                register(Map.of("code", taken, "roomCode", room, "name", "x")),
                409,
                "DUPLICATE_CABINET",
                "code",
                "DUPLICATE_CABINET"));
    }

    @Test
    void shouldAnswerARepeatedKeyAsTheFirstTimeAndRefuseItForAnotherRequest() {
        String code = "CAB-" + fresh();
        Map<String, Object> body = Map.of("code", code, "roomCode", aRoom(), "name", "保密柜");
        String first = register(body, code).statusCode(201).extract().asString();

        written.nothingBy(() -> register(body, code)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", endsWith(CABINETS + "/" + code))
                .body(equalTo(first)));
        written.nothingBy(() -> isProblem(
                register(Map.of("code", code, "roomCode", body.get("roomCode"), "name", "x"), code),
                409,
                "IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void shouldJudgeARefusedCabinetAgainThatComesWithTheSameKey() {
        String room = "R-" + fresh();
        Map<String, Object> body = Map.of("code", "CAB-" + fresh(), "roomCode", room, "name", "x");

        written.nothingBy(() -> isProblemOf(register(body, room), 422, "RULE_VIOLATED", "roomCode", "UNKNOWN_ROOM"));
        as("manager").body(Map.of("code", room, "name", "x")).post(ROOMS).then().statusCode(201);
        register(body, room).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"roomCode\": \"R-1\", \"name\": \"x\"}|code|REQUIRED",
                "{\"code\": \"cab\", \"roomCode\": \"R-1\", \"name\": \"x\"}|code|MALFORMED",
                "{\"code\": \"CAB\", \"name\": \"x\"}|roomCode|REQUIRED",
                "{\"code\": \"CAB\", \"roomCode\": \"R-1\"}|name|REQUIRED",
                "{\"code\": \"CAB\", \"roomCode\": \"R-1\", \"name\": \"x\", \"maxLevel\": \"X\"}|maxLevel|UNKNOWN_LEVEL",
            })
    void shouldRefuseAMalformedCabinet(String body, String field, String violation) {
        written.nothingBy(() ->
                isProblemOf(as("manager").body(body).post(CABINETS).then(), 400, "INVALID_REQUEST", field, violation));
    }

    @Test
    void shouldNotFindWhatIsNotThere() {
        isProblem(as("leader").get(CABINETS + "/CAB-NONE").then(), 404, "NOT_FOUND");
        isProblem(change("CAB-NONE", 0, Map.of("name", "x")), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "officer", "leader", "member.rd", "guard", "sysadmin", "secadmin", "auditor"})
    void shouldLetOnlyFacilityManagersWrite(String user) {
        String code = aCabinet();

        written.nothingBy(() -> {
            isProblem(as(user).body(Map.of("code", "X")).post(CABINETS).then(), 403, "FORBIDDEN");
            isProblem(
                    as(user).header("If-Match", "\"0\"")
                            .body(Map.of("name", "x"))
                            .patch(CABINETS + "/" + code)
                            .then(),
                    403,
                    "FORBIDDEN");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "sysadmin", "secadmin", "auditor"})
    void shouldShowCabinetsOnlyToThoseWhoseWorkNeedsThem(String user) {
        isProblem(as(user).get(CABINETS).then(), 403, "FORBIDDEN");
        isProblem(as(user).get(CABINETS + "/CAB-NONE").then(), 403, "FORBIDDEN");
    }

    private static ValidatableResponse register(Map<String, Object> body) {
        return as("manager").body(body).post(CABINETS).then();
    }

    private static ValidatableResponse register(Map<String, Object> body, String key) {
        return as("manager")
                .header("Idempotency-Key", key)
                .body(body)
                .post(CABINETS)
                .then();
    }

    private static ValidatableResponse change(String code, int version, Map<String, Object> body) {
        return as("manager")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch(CABINETS + "/" + code)
                .then();
    }

    private static Cabinet newest(String code) {
        return TestKafka.read(Topic.FACILITIES_CABINETS, Cabinet.parser()).stream()
                .filter(cabinet -> cabinet.getCode().equals(code))
                .reduce(Cabinet.getDefaultInstance(), (earlier, later) -> later);
    }
}
