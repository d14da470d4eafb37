package io.tallygate.personnel;

import static io.restassured.RestAssured.given;
import static io.tallygate.personnel.Calls.DEPARTMENTS;
import static io.tallygate.personnel.Calls.as;
import static io.tallygate.personnel.Calls.asToken;
import static io.tallygate.personnel.Calls.freshCode;
import static io.tallygate.personnel.Calls.isProblem;
import static io.tallygate.personnel.Calls.isProblemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.personnel.v1.Department;
import io.tallygate.contracts.personnel.v1.DepartmentRegistered;
import io.tallygate.contracts.register.v1.RegisterEntry;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class DepartmentResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Written written;

    @Test
    void shouldRegisterADepartmentAndTellEverybody() {
        String code = freshCode();

        as("secadmin")
                .body(Map.of("code", code, "name", " 研发部 "))
                .post(DEPARTMENTS)
                .then()
                .statusCode(201)
                .body("code", equalTo(code))
                .body("name", equalTo("研发部"))
                .body("active", equalTo(true));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(TestKafka.read(Topic.PERSONNEL_DEPARTMENTS, Department.parser()))
                    .contains(Department.newBuilder()
                            .setCode(code)
                            .setName("研发部")
                            .setActive(true)
                            .build());
            assertThat(TestKafka.read(Topic.PERSONNEL_REGISTER, RegisterEntry.parser()))
                    .anyMatch(entry -> entry.getSubject().equals(code)
                            && entry.getActor().equals("secadmin")
                            && entry.getEvent().is(DepartmentRegistered.class));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "officer", "leader", "manager", "member.rd", "guard", "sysadmin", "auditor"})
    void shouldShowDepartmentsToEverybodySignedInAndLetOnlyTheSecurityAdminAdd(String user) {
        as(user).get(DEPARTMENTS).then().statusCode(200);

        written.nothingBy(() -> isProblem(
                as(user).body(Map.of("code", freshCode(), "name", "x"))
                        .post(DEPARTMENTS)
                        .then(),
                403,
                "FORBIDDEN"));
    }

    @Test
    void shouldShowNothingToWhoeverIsNotSignedIn() {
        isProblem(given().get(DEPARTMENTS).then(), 401, "UNAUTHENTICATED");
        isProblem(asToken(Tokens.expired("leader")).get(DEPARTMENTS).then(), 401, "UNAUTHENTICATED");
    }

    @Test
    void shouldRefuseAnAuditorWhoIsAnAdministratorToo() {
        String token = Tokens.with("secadmin", "security-admin", "auditor");

        written.nothingBy(() -> isProblem(
                asToken(token)
                        .body(Map.of("code", freshCode(), "name", "x"))
                        .post(DEPARTMENTS)
                        .then(),
                403,
                "SEPARATION_OF_DUTIES"));
        isProblem(asToken(token).get(DEPARTMENTS).then(), 403, "SEPARATION_OF_DUTIES");
    }

    @Test
    void shouldRefuseACodeThatIsTaken() {
        String code = freshCode();
        Calls.departmentIsThere(code);

        written.nothingBy(() -> isProblemOf(
                as("secadmin")
                        .body(Map.of("code", code, "name", "again"))
                        .post(DEPARTMENTS)
                        .then(),
                409,
                "DUPLICATE_DEPARTMENT",
                "code",
                "DUPLICATE_DEPARTMENT"));
    }

    @Test
    void shouldAnswerARepeatedKeyAsTheFirstTimeAndRefuseItForAnotherRequest() {
        String code = freshCode();
        String first = register(code, "x", code).statusCode(201).extract().asString();

        written.nothingBy(() -> register(code, "x", code).statusCode(201).body(equalTo(first)));
        written.nothingBy(() -> isProblem(register(code, "y", code), 409, "IDEMPOTENCY_KEY_REUSED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"x\"}|code|REQUIRED",
                "{\"code\": \"rd\", \"name\": \"x\"}|code|MALFORMED",
                "{\"code\": \"1D\", \"name\": \"x\"}|code|MALFORMED",
                "{\"code\": \"ABCDEFGHIJKLMNOPQRSTU\", \"name\": \"x\"}|code|MALFORMED",
                "{\"code\": \"XX\"}|name|REQUIRED",
                "{\"code\": \"XX\", \"name\": \"  \"}|name|REQUIRED",
                "{\"code\": \"XX\", \"name\": \"a\\u0007\"}|name|CONTROL_CHARACTER",
            })
    void shouldRefuseAMalformedDepartment(String body, String field, String violation) {
        written.nothingBy(() -> isProblemOf(
                as("secadmin").body(body).post(DEPARTMENTS).then(), 400, "INVALID_REQUEST", field, violation));
    }

    @Test
    void shouldRefuseWhatIsNoJsonOrHoldsAnUnknownField() {
        isProblem(as("secadmin").body("{\"code\"").post(DEPARTMENTS).then(), 400, "MALFORMED_JSON");
        isProblem(as("secadmin").post(DEPARTMENTS).then(), 400, "INVALID_REQUEST");
        isProblemOf(
                as("secadmin").body("{\"colour\": 1}").post(DEPARTMENTS).then(),
                400,
                "INVALID_REQUEST",
                "colour",
                "MALFORMED");
    }

    @Test
    void shouldPageThroughAllDepartmentsInOrder() {
        String first = freshCode();
        String second = freshCode();
        Calls.departmentIsThere(second);
        Calls.departmentIsThere(first);

        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            var page = as("guard")
                    .queryParam("limit", 1)
                    .queryParam("after", after)
                    .get(DEPARTMENTS)
                    .then();
            page.statusCode(200).body("items", hasSize(1));
            seen.add(page.extract().path("items[0].code"));
            after = page.extract().path("next");
        }

        assertThat(seen).contains(first, second).isSorted().doesNotHaveDuplicates();
        as("guard").queryParam("limit", 500).get(DEPARTMENTS).then().body("items.code", hasItem(first));
    }

    @Test
    void shouldRefuseAPageThatDoesNotExist() {
        isProblem(as("guard").queryParam("after", "!!").get(DEPARTMENTS).then(), 400, "INVALID_CURSOR");
        isProblemOf(
                as("guard").queryParam("limit", 0).get(DEPARTMENTS).then(),
                400,
                "INVALID_REQUEST",
                "limit",
                "OUT_OF_RANGE");
        isProblemOf(
                as("guard").queryParam("limit", "many").get(DEPARTMENTS).then(),
                400,
                "INVALID_REQUEST",
                "limit",
                "MALFORMED");
    }

    private static ValidatableResponse register(String code, String name, String key) {
        return as("secadmin")
                .header("Idempotency-Key", key)
                .body(Map.of("code", code, "name", name))
                .post(DEPARTMENTS)
                .then();
    }
}
