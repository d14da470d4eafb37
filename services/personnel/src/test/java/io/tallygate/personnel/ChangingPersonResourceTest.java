package io.tallygate.personnel;

import static io.tallygate.personnel.Calls.PEOPLE;
import static io.tallygate.personnel.Calls.aPerson;
import static io.tallygate.personnel.Calls.aRegisteredPerson;
import static io.tallygate.personnel.Calls.as;
import static io.tallygate.personnel.Calls.asToken;
import static io.tallygate.personnel.Calls.freshNumber;
import static io.tallygate.personnel.Calls.isProblem;
import static io.tallygate.personnel.Calls.isProblemOf;
import static io.tallygate.personnel.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.personnel.v1.Person;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing people. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class ChangingPersonResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Written written;

    @BeforeEach
    void departments() {
        List.of("HQ", "RD", "OPS").forEach(Calls::departmentIsThere);
    }

    @Test
    void shouldChangeAPersonAndTellEverybody() {
        String number = aRegisteredPerson("RD");

        change(number, 0, Map.of("departmentCode", "OPS", "clearance", "INTERNAL", "post", "Clerk", "active", false))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("departmentCode", equalTo("OPS"))
                .body("clearance", equalTo("INTERNAL"))
                .body("post", equalTo("Clerk"))
                .body("active", equalTo(false))
                .body("name", equalTo("王小明"))
                .body("version", equalTo(1));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TestKafka.read(Topic.PERSONNEL_PEOPLE, Person.parser()).stream()
                                .filter(person -> person.getPersonNo().equals(number))
                                .reduce((earlier, later) -> later))
                        .hasValueSatisfying(person -> {
                            assertThat(person.getDepartmentCode()).isEqualTo("OPS");
                            assertThat(person.getClearanceRank()).isEqualTo(2);
                            assertThat(person.getActive()).isFalse();
                        }));
    }

    @Test
    void shouldTakeAnAccountAwayAndGiveItToSomebodyElse() {
        String before = aRegisteredPerson("RD");
        String after = aRegisteredPerson("RD");
        String account = "user." + before.toLowerCase(Locale.ROOT);

        written.nothingBy(() -> isProblemOf(
                change(after, 0, Map.of("username", account)),
                409,
                "DUPLICATE_USERNAME",
                "username",
                "DUPLICATE_USERNAME"));
        change(before, 0, Map.of("username", "")).statusCode(200).body("username", nullValue());
        change(after, 0, Map.of("username", account)).statusCode(200).body("username", equalTo(account));
    }

    @Test
    void shouldRecordNothingWhenNothingChanges() {
        String number = aRegisteredPerson("RD");

        written.nothingBy(() -> change(number, 0, Map.of("departmentCode", "RD", "clearance", "SECRET"))
                .statusCode(200)
                .header("ETag", "\"0\""));
    }

    @Test
    void shouldRefuseAChangeThatDoesNotKnowTheNewestVersion() {
        String number = aRegisteredPerson("RD");
        change(number, 0, Map.of("post", "Clerk")).statusCode(200);

        written.nothingBy(() -> isProblem(change(number, 0, Map.of("post", "Boss")), 412, "PRECONDITION_FAILED"));
        written.nothingBy(() -> isProblem(
                as("secadmin")
                        .body(Map.of("post", "Boss"))
                        .patch(PEOPLE + "/" + number)
                        .then(),
                428,
                "PRECONDITION_REQUIRED"));
        written.nothingBy(() -> isProblemOf(
                as("secadmin")
                        .header("If-Match", "*")
                        .body(Map.of("post", "Boss"))
                        .patch(PEOPLE + "/" + number)
                        .then(),
                400,
                "INVALID_REQUEST",
                "If-Match",
                "MALFORMED"));
    }

    @ParameterizedTest
    @CsvSource({
        "username, 'A B', MALFORMED",
        "name, '', REQUIRED",
        "departmentCode, '', REQUIRED",
        "post, '', REQUIRED",
        "clearance, COSMIC, UNKNOWN_LEVEL",
        "active, perhaps, MALFORMED",
        "personNo, P0001, MALFORMED",
    })
    void shouldRefuseAMalformedChange(String field, String value, String violation) {
        String number = aRegisteredPerson("RD");

        written.nothingBy(
                () -> isProblemOf(change(number, 0, Map.of(field, value)), 400, "INVALID_REQUEST", field, violation));
    }

    @Test
    void shouldRefuseADepartmentThatIsNotThereAndAPersonWhoIsNotThere() {
        String number = aRegisteredPerson("RD");

        written.nothingBy(() -> isProblemOf(
                change(number, 0, Map.of("departmentCode", "NOWHERE")),
                422,
                "RULE_VIOLATED",
                "departmentCode",
                "UNKNOWN_DEPARTMENT"));
        isProblem(change("P99999999", 0, Map.of("post", "Boss")), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "officer", "leader", "manager", "member.rd", "guard", "sysadmin", "auditor"})
    void shouldLetOnlyTheSecurityAdminChangePeople(String user) {
        String number = aRegisteredPerson("RD");

        written.nothingBy(() -> isProblem(
                as(user).header("If-Match", "\"0\"")
                        .body(Map.of("clearance", "TOP_SECRET"))
                        .patch(PEOPLE + "/" + number)
                        .then(),
                403,
                "FORBIDDEN"));
    }

    @Test
    void shouldNotLetASecurityAdminDecideOnTheirOwnClearance() {
        String number = freshNumber();
        String account = "user." + number.toLowerCase(Locale.ROOT);
        String cleared = aRegisteredPerson("RD");
        as("secadmin")
                .body(with(aPerson(number, "HQ"), "clearance", "INTERNAL"))
                .post(PEOPLE)
                .then()
                .statusCode(201);
        String self = Tokens.with(account, "security-admin");

        written.nothingBy(() -> isOwnClearance(self, number, Map.of("clearance", "TOP_SECRET"), "clearance"));
        written.nothingBy(() -> isOwnClearance(self, number, Map.of("username", ""), "username"));
        change(cleared, 0, Map.of("username", "")).statusCode(200);
        change(number, 0, Map.of("username", "")).statusCode(200);
        written.nothingBy(() -> isProblemOf(
                patch(self, cleared, 1, Map.of("username", account)),
                422,
                "RULE_VIOLATED",
                "username",
                "OWN_CLEARANCE"));
        patch(self, cleared, 1, Map.of("clearance", "CONFIDENTIAL")).statusCode(200);
    }

    private static void isOwnClearance(String token, String number, Map<String, Object> body, String field) {
        isProblemOf(patch(token, number, 0, body), 422, "RULE_VIOLATED", field, "OWN_CLEARANCE");
    }

    private static ValidatableResponse change(String number, int version, Map<String, Object> body) {
        return patch(Tokens.of("secadmin"), number, version, body);
    }

    private static ValidatableResponse patch(String token, String number, int version, Map<String, Object> body) {
        return asToken(token)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch(PEOPLE + "/" + number)
                .then();
    }
}
