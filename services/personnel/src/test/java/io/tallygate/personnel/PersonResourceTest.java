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
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.personnel.v1.Person;
import io.tallygate.contracts.personnel.v1.PersonRegistered;
import io.tallygate.contracts.register.v1.RegisterEntry;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Adding people and reading them. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class PersonResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Written written;

    @BeforeEach
    void departments() {
        List.of("HQ", "RD", "OPS").forEach(Calls::departmentIsThere);
    }

    @Test
    void shouldRegisterAPersonAndTellEverybody() {
        String number = freshNumber();

        as("secadmin")
                .body(aPerson(number, "RD"))
                .post(PEOPLE)
                .then()
                .statusCode(201)
                .header("Location", endsWith(PEOPLE + "/" + number))
                .header("ETag", "\"0\"")
                .body("personNo", equalTo(number))
                .body("clearance", equalTo("SECRET"))
                .body("active", equalTo(true))
                .body("version", equalTo(0));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(TestKafka.read(Topic.PERSONNEL_PEOPLE, Person.parser()))
                    .contains(Person.newBuilder()
                            .setPersonNo(number)
                            .setUsername("user." + number.toLowerCase(java.util.Locale.ROOT))
                            .setName("王小明")
                            .setDepartmentCode("RD")
                            .setPost("Engineer")
                            .setClearanceRank(4)
                            .setActive(true)
                            .build());
            assertThat(TestKafka.read(Topic.PERSONNEL_REGISTER, RegisterEntry.parser()))
                    .anyMatch(entry -> entry.getSubject().equals(number)
                            && entry.getActor().equals("secadmin")
                            && entry.getEvent().is(PersonRegistered.class));
        });
    }

    @Test
    void shouldLetASecurityAdminWhomPersonnelDoesNotKnowRegisterTheFirstPeople() {
        String bootstrap = Tokens.with("nobody.yet", "security-admin");

        asToken(bootstrap)
                .body(aPerson(freshNumber(), "HQ"))
                .post(PEOPLE)
                .then()
                .statusCode(201);
        asToken(bootstrap).get(PEOPLE).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "personNo, -, REQUIRED",
                "personNo, P123, MALFORMED",
                "personNo, X0001, MALFORMED",
                "personNo, P123456789, MALFORMED",
                "username, With Space, MALFORMED",
                "username, Upper, MALFORMED",
                "name, -, REQUIRED",
                "departmentCode, -, REQUIRED",
                "post, ' ', REQUIRED",
                "clearance, -, REQUIRED",
                "clearance, COSMIC, UNKNOWN_LEVEL",
            })
    void shouldRefuseAMalformedPerson(String field, @Nullable String value, String violation) {
        written.nothingBy(() -> isProblemOf(
                as("secadmin")
                        .body(with(aPerson(freshNumber(), "RD"), field, value))
                        .post(PEOPLE)
                        .then(),
                400,
                "INVALID_REQUEST",
                field,
                violation));
    }

    @Test
    void shouldTellEverythingThatIsWrongAtOnce() {
        as("secadmin")
                .body("{}")
                .post(PEOPLE)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("personNo", "name", "departmentCode", "post", "clearance")));
    }

    @Test
    void shouldRefuseADepartmentThatIsNotThere() {
        written.nothingBy(() -> isProblemOf(
                as("secadmin")
                        .body(aPerson(freshNumber(), "NOWHERE"))
                        .post(PEOPLE)
                        .then(),
                422,
                "RULE_VIOLATED",
                "departmentCode",
                "UNKNOWN_DEPARTMENT"));
    }

    @Test
    void shouldRefuseANumberOrAUserNameThatIsTaken() {
        String taken = aRegisteredPerson("RD");

        written.nothingBy(() -> isProblemOf(
                as("secadmin").body(aPerson(taken, "RD")).post(PEOPLE).then(),
                409,
                "DUPLICATE_PERSON",
                "personNo",
                "DUPLICATE_PERSON"));
        written.nothingBy(() -> isProblemOf(
                as("secadmin")
                        .body(with(
                                aPerson(freshNumber(), "RD"),
                                "username",
                                "user." + taken.toLowerCase(java.util.Locale.ROOT)))
                        .post(PEOPLE)
                        .then(),
                409,
                "DUPLICATE_USERNAME",
                "username",
                "DUPLICATE_USERNAME"));
    }

    @Test
    void shouldLetOnlyOneOfManySimultaneousRequestsHaveAUserName() throws Exception {
        String username = "race." + freshNumber().toLowerCase(java.util.Locale.ROOT);
        Callable<Integer> request = () -> as("secadmin")
                .body(with(aPerson(freshNumber(), "RD"), "username", username))
                .post(PEOPLE)
                .statusCode();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Integer> statuses = threads.invokeAll(java.util.Collections.nCopies(8, request)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
        assertThat(written.number("SELECT count(*) FROM person WHERE username = '" + username + "'"))
                .isEqualTo(1);
    }

    @Test
    void shouldAnswerARepeatedKeyAsTheFirstTimeAndRefuseItForAnotherRequest() {
        Map<String, @Nullable Object> person = aPerson(freshNumber(), "RD");
        String key = "key-" + person.get("personNo");
        String first = as("secadmin")
                .header("Idempotency-Key", key)
                .body(person)
                .post(PEOPLE)
                .then()
                .statusCode(201)
                .extract()
                .asString();

        written.nothingBy(() -> as("secadmin")
                .header("Idempotency-Key", key)
                .body(person)
                .post(PEOPLE)
                .then()
                .statusCode(201)
                .contentType(ContentType.JSON)
                .header("ETag", "\"0\"")
                .header("Location", endsWith("/" + person.get("personNo")))
                .body(equalTo(first)));
        written.nothingBy(() -> isProblem(
                as("secadmin")
                        .header("Idempotency-Key", key)
                        .body(aPerson(freshNumber(), "RD"))
                        .post(PEOPLE)
                        .then(),
                409,
                "IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void shouldNotLetASecurityAdminRegisterThemselvesWithAClearance() {
        Map<String, @Nullable Object> own = with(aPerson(freshNumber(), "HQ"), "username", "secadmin2");
        String token = Tokens.with("secadmin2", "security-admin");

        written.nothingBy(() -> isProblemOf(
                asToken(token).body(own).post(PEOPLE).then(), 422, "RULE_VIOLATED", "clearance", "OWN_CLEARANCE"));
        asToken(token)
                .body(with(own, "clearance", "UNCLASSIFIED"))
                .post(PEOPLE)
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "sysadmin", "auditor"})
    void shouldShowNoPeopleToThoseWhoseWorkDoesNotNeedThem(String user) {
        isProblem(as(user).get(PEOPLE).then(), 403, "FORBIDDEN");
        isProblem(as(user).get(PEOPLE + "/P0001").then(), 403, "FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "officer", "leader", "manager", "member.rd", "guard", "sysadmin", "auditor"})
    void shouldLetOnlyTheSecurityAdminAddPeople(String user) {
        written.nothingBy(() -> isProblem(
                as(user).body(aPerson(freshNumber(), "RD")).post(PEOPLE).then(), 403, "FORBIDDEN"));
    }

    @Test
    void shouldRefuseSomebodyWhomPersonnelDoesNotKnow() {
        isProblem(asToken(Tokens.with("stranger", "it-staff")).get(PEOPLE).then(), 403, "UNKNOWN_PERSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "officer", "leader", "manager", "secadmin"})
    void shouldShowEveryDepartmentToThoseWhoServeAll(String user) {
        String inResearch = aRegisteredPerson("RD");
        String inOperations = aRegisteredPerson("OPS");

        as(user).get(PEOPLE + "/" + inResearch).then().statusCode(200).header("ETag", "\"0\"");
        as(user).get(PEOPLE + "/" + inOperations).then().statusCode(200);
    }

    @Test
    void shouldShowMembersTheirOwnDepartmentOnly() {
        String colleague = aRegisteredPerson("RD");
        String other = aRegisteredPerson("OPS");

        as("member.rd").get(PEOPLE + "/" + colleague).then().statusCode(200);
        isProblem(as("member.rd").get(PEOPLE + "/" + other).then(), 404, "NOT_FOUND");
        as("member.rd")
                .queryParam("limit", 500)
                .get(PEOPLE)
                .then()
                .body("items.findAll { it.departmentCode != 'RD' }.size()", equalTo(0))
                .body("items.find { it.personNo == '" + colleague + "' }.name", equalTo("王小明"));
        as("member.rd").queryParam("department", "OPS").get(PEOPLE).then().body("items.size()", equalTo(0));
    }

    @Test
    void shouldFindPeopleByDepartmentAndText() {
        Calls.departmentIsThere("FIND");
        String number = freshNumber();
        Map<String, @Nullable Object> person = with(aPerson(number, "FIND"), "name", "O'Neil 100%");
        as("secadmin").body(person).post(PEOPLE).then().statusCode(201);
        aRegisteredPerson("FIND");

        for (String text : List.of("o'neil", "100%", number.toLowerCase(java.util.Locale.ROOT), "user." + number)) {
            as("registrar")
                    .queryParam("department", "FIND")
                    .queryParam("q", text)
                    .get(PEOPLE)
                    .then()
                    .body("items.personNo", equalTo(List.of(number)))
                    .body("next", nullValue());
        }
    }

    @Test
    void shouldPageThroughPeopleInOrder() {
        Calls.departmentIsThere("PAGED");
        String first = aRegisteredPerson("PAGED");
        String second = aRegisteredPerson("PAGED");
        String third = aRegisteredPerson("PAGED");

        String next = as("leader")
                .queryParams(Map.of("department", "PAGED", "limit", 2))
                .get(PEOPLE)
                .then()
                .body("items.personNo", equalTo(List.of(first, second)))
                .extract()
                .path("next");
        as("leader")
                .queryParams(Map.of("department", "PAGED", "limit", 2, "after", next))
                .get(PEOPLE)
                .then()
                .body("items.personNo", equalTo(List.of(third)))
                .body("next", nullValue());
        isProblem(as("leader").queryParam("after", "x").get(PEOPLE).then(), 400, "INVALID_CURSOR");
        isProblemOf(
                as("leader").queryParam("limit", 501).get(PEOPLE).then(),
                400,
                "INVALID_REQUEST",
                "limit",
                "OUT_OF_RANGE");
    }

    @Test
    void shouldNotFindWhoIsNotThere() {
        isProblem(as("leader").get(PEOPLE + "/P99999999").then(), 404, "NOT_FOUND");
    }
}
