package io.tallygate.carriers.exitpermit;

import static io.restassured.RestAssured.given;
import static io.tallygate.carriers.CarriersApi.PERMITS;
import static io.tallygate.carriers.CarriersApi.aPendingPermitFor;
import static io.tallygate.carriers.CarriersApi.aRequestFor;
import static io.tallygate.carriers.CarriersApi.as;
import static io.tallygate.carriers.CarriersApi.awaitItem;
import static io.tallygate.carriers.CarriersApi.decide;
import static io.tallygate.carriers.CarriersApi.eventually;
import static io.tallygate.carriers.CarriersApi.nobody;
import static io.tallygate.carriers.CarriersApi.refusedWith;
import static io.tallygate.carriers.CarriersApi.request;
import static io.tallygate.carriers.CarriersApi.violates;
import static io.tallygate.carriers.Devices.aSecretLaptop;
import static io.tallygate.carriers.Devices.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.tallygate.carriers.Devices;
import io.tallygate.carriers.Gates;
import io.tallygate.carriers.Outbox;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.devices.v1.Device;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.ledger.v1.ExitPermit;
import io.tallygate.contracts.ledger.v1.PermitState;
import io.tallygate.testkit.TestKafka;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestingExitPermitResourceTest {

    @Inject
    DataSource dataSource;

    @Test
    void shouldTakeARequestAndTellTheGatesThatItIsPending() {
        Device laptop = registered(aSecretLaptop());

        String id = request("member.rd", aRequestFor(laptop))
                .statusCode(201)
                .header("Location", matchesPattern(".*" + PERMITS + "/[0-9a-f-]{36}"))
                .header("ETag", "\"1\"")
                .body("permitNo", matchesPattern("EP-\\d{4}-\\d{6}"))
                .body("state", equalTo("PENDING"))
                .body("itemIds", contains(laptop.getId()))
                .body("items[0].itemId", equalTo(laptop.getId()))
                .body("items[0].ledgerNo", equalTo(laptop.getLedgerNo()))
                .body("items[0].kind", equalTo("LAPTOP"))
                .body("items[0].level", equalTo("SECRET"))
                .body("items[0].name", equalTo(laptop.getName()))
                .body("holderNo", equalTo("P0101"))
                .body("portalCodes", contains("P-101"))
                .body("destination", equalTo("Branch office"))
                .body("purpose", equalTo("Presentation"))
                .body("packaging", equalTo("Sealed bag"))
                .body("requestedBy", equalTo("member.rd"))
                .body("requestedAt", notNullValue())
                .body("decisions", empty())
                .body("version", equalTo(1))
                .extract()
                .path("id");

        eventually(() -> {
            ExitPermit told = Objects.requireNonNull(Outbox.newest(Topic.LEDGER_EXIT_PERMITS, id, ExitPermit.parser()));
            assertThat(told.getState()).isEqualTo(PermitState.PENDING);
            assertThat(told.getItemIdsList()).containsExactly(laptop.getId());
            assertThat(told.getPortalCodesList()).containsExactly("P-101");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "officer", "leader"})
    void shouldTakeRequestsOfOthersWhoMayAsk(String user) {
        request(user, aRequestFor(registered(aSecretLaptop()))).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "guard", "sysadmin", "secadmin", "auditor"})
    void shouldTakeNoRequestOfOthers(String user) {
        Device laptop = registered(aSecretLaptop());

        refusedWith(request(user, aRequestFor(laptop)), 403, "FORBIDDEN");
        nothingCameOf(laptop);
    }

    @Test
    void shouldTakeNoRequestOfWhoDidNotSignIn() {
        Device laptop = registered(aSecretLaptop());

        refusedWith(
                given().contentType(ContentType.JSON)
                        .body(aRequestFor(laptop))
                        .post(PERMITS)
                        .then(),
                401,
                "UNAUTHENTICATED");
        nothingCameOf(laptop);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "itemIds",
                "holderNo",
                "portalCodes",
                "validFrom",
                "validUntil",
                "returnBy",
                "destination",
                "purpose",
                "packaging"
            })
    void shouldAskForWhatIsMissing(String field) {
        Device laptop = registered(aSecretLaptop());
        Map<String, Object> body = aRequestFor(laptop);
        body.remove(field);

        violates(request("registrar", body), 400, field, "REQUIRED");
        nothingCameOf(laptop);
    }

    @ParameterizedTest
    @CsvSource({
        "-60, -7200, 7200, validUntil, WINDOW_REVERSED",
        "-60, -60, 7200, validUntil, WINDOW_REVERSED",
        "-7200, -60, 7200, validUntil, WINDOW_PAST",
        "-60, 2764800, 2764800, validUntil, WINDOW_TOO_LONG",
        "3600, 7200, 1800, returnBy, RETURN_BEFORE_LEAVING",
    })
    void shouldRefuseTimesThatMakeNoSense(long from, long until, long returnBy, String field, String code) {
        Device laptop = registered(aSecretLaptop());
        Map<String, Object> body = aRequestFor(laptop);
        Instant now = Instant.now();
        body.put("validFrom", now.plusSeconds(from).toString());
        body.put("validUntil", now.plusSeconds(until).toString());
        body.put("returnBy", now.plusSeconds(returnBy).toString());

        violates(request("registrar", body), 400, field, code);
        nothingCameOf(laptop);
    }

    @Test
    void shouldRefuseItemsAndPortalsThatAreNoneOrNamedTwiceOrTooMany() {
        Device laptop = registered(aSecretLaptop());
        Map<String, Object> body = aRequestFor(laptop, laptop);
        body.put("portalCodes", List.of("P-101", "P-101"));
        violates(request("registrar", body), 400, "itemIds[1]", "DUPLICATE");
        violates(request("registrar", body), 400, "portalCodes[1]", "DUPLICATE");

        body.put("itemIds", List.of("not-an-id"));
        body.put("portalCodes", List.of());
        violates(request("registrar", body), 400, "itemIds[0]", "MALFORMED");
        violates(request("registrar", body), 400, "portalCodes", "REQUIRED");

        body.put("itemIds", Collections.nCopies(201, laptop.getId()));
        violates(request("registrar", body), 400, "itemIds", "TOO_MANY");
        nothingCameOf(laptop);
    }

    @Test
    void shouldRefuseABodyOfTheWrongShape() {
        Device laptop = registered(aSecretLaptop());
        Map<String, Object> body = aRequestFor(laptop);
        body.put("validFrom", "tomorrow");
        violates(request("registrar", body), 400, "validFrom", "MALFORMED");

        Map<String, Object> surplus = aRequestFor(laptop);
        surplus.put("state", "ACTIVE");
        violates(request("registrar", surplus), 400, "state", "MALFORMED");

        refusedWith(as("registrar").body("{").post(PERMITS).then(), 400, "MALFORMED_JSON");
        refusedWith(as("registrar").post(PERMITS).then(), 400, "MALFORMED_JSON");
        nothingCameOf(laptop);
    }

    @Test
    void shouldAnswerForAnItemOneMayNotSeeAsForOneThatIsNotThere() {
        Device ofOps = registered(aSecretLaptop().setDepartmentCode("OPS"));
        Device topSecret = registered(aSecretLaptop().setLevel("TOP_SECRET"));
        Map<String, Object> body = aRequestFor(registered(aSecretLaptop()), ofOps, topSecret);
        body.put("itemIds", withUnknown(body.get("itemIds")));

        ValidatableResponse response = refusedWith(request("member.rd", body), 422, "RULE_VIOLATED")
                .body("violations", hasSize(3))
                .body("violations.field", hasItems("itemIds[1]", "itemIds[2]", "itemIds[3]"));
        assertThat(response.extract().<String>path("violations[0].code")).isEqualTo("UNKNOWN_ITEM");
        assertThat(response.extract().<List<String>>path("violations.message").stream()
                        .distinct())
                .hasSize(1);
        nothingCameOf(ofOps);
        nothingCameOf(topSecret);
    }

    @Test
    void shouldRefuseAHolderWhoIsUnknownOrNotCleared() {
        Device laptop = registered(aSecretLaptop());
        Map<String, Object> body = aRequestFor(laptop);
        body.put("holderNo", "P9999");
        violates(request("registrar", body), 422, "holderNo", "UNKNOWN_HOLDER");
        body.put("holderNo", "P0201");
        violates(request("registrar", body), 422, "holderNo", "HOLDER_NOT_CLEARED");
        nothingCameOf(laptop);
    }

    @Test
    void shouldRefuseAPortalThatIsNotThere() {
        Device laptop = registered(aSecretLaptop());
        Map<String, Object> body = aRequestFor(laptop);
        body.put("portalCodes", List.of("P-101", "P-999"));

        violates(request("registrar", body), 422, "portalCodes[1]", "UNKNOWN_PORTAL");
        nothingCameOf(laptop);
    }

    @Test
    void shouldRefuseAPortalThatIsTakenDownUntilItIsUpAgain() {
        Device laptop = registered(aSecretLaptop());
        Map<String, Object> body = aRequestFor(laptop);
        body.put("portalCodes", List.of("P-101", "P-DOWN"));
        configure("P-DOWN", false);
        eventually(() -> violates(request("registrar", body), 422, "portalCodes[1]", "PORTAL_TAKEN_DOWN"));
        nothingCameOf(laptop);

        configure("P-DOWN", true);
        List<String> granted = new ArrayList<>();
        eventually(() ->
                granted.add(request("registrar", body).statusCode(201).extract().path("id")));

        configure("P-DOWN", false);
        Map<String, Object> another = aRequestFor(registered(aSecretLaptop()));
        another.put("portalCodes", List.of("P-DOWN", "P-999"));
        eventually(() -> violates(request("registrar", another), 422, "portalCodes[0]", "PORTAL_TAKEN_DOWN"));
        violates(decide("officer", granted.getFirst(), "APPROVE"), 422, "portalCodes[1]", "PORTAL_TAKEN_DOWN");
    }

    private static void configure(String portal, boolean active) {
        TestKafka.publish(
                Topic.FACILITIES_PORTALS,
                portal,
                Portal.newBuilder()
                        .setCode(portal)
                        .setRoomCode("R-101")
                        .setActive(active)
                        .build());
    }

    @Test
    void shouldBarTopSecretItems() {
        Device laptop = registered(aSecretLaptop().setLevel("TOP_SECRET"));
        Map<String, Object> body = aRequestFor(laptop);
        body.put("holderNo", "P0001");

        violates(request("registrar", body), 422, "itemIds[0]", "TOP_SECRET_BARRED");
        nothingCameOf(laptop);
    }

    @Test
    void shouldRefuseAnItemThatIsNotInItsPlace() {
        Device missing = registered(aSecretLaptop());
        Gates.see(Gates.alarm(missing, "NO_PERMIT"));
        awaitItem(missing.getId(), "state", "MISSING");
        Device destroyed = registered(aSecretLaptop());
        Devices.change(destroyed.toBuilder().setState("DESTROYED"));
        awaitItem(destroyed.getId(), "state", "DESTROYED");

        ValidatableResponse response = request("registrar", aRequestFor(missing, destroyed));

        violates(response, 422, "itemIds[0]", "ITEM_NOT_IN_PLACE");
        violates(response, 422, "itemIds[1]", "ITEM_NOT_IN_PLACE");
        nothingCameOf(missing);
    }

    @Test
    void shouldRefuseAnItemThatHasALivePermitInThatTimeButNotOutsideOfIt() {
        Device laptop = registered(aSecretLaptop());
        Device ofOps = registered(aSecretLaptop().setDepartmentCode("OPS"));
        aPendingPermitFor(laptop, ofOps);

        // A member sees the item, but not the permit, which is of two departments.
        violates(request("member.rd", aRequestFor(laptop)), 422, "itemIds[0]", "ITEM_ALREADY_PERMITTED");

        Map<String, Object> later = aRequestFor(laptop);
        later.put("validFrom", Instant.now().plusSeconds(8000).toString());
        later.put("validUntil", Instant.now().plusSeconds(9000).toString());
        later.put("returnBy", Instant.now().plusSeconds(9000).toString());
        request("member.rd", later).statusCode(201);
    }

    @Test
    void shouldAnswerARepeatedRequestAsTheFirstTime() {
        Device laptop = registered(aSecretLaptop());
        Map<String, Object> body = aRequestFor(laptop);
        String key = UUID.randomUUID().toString();

        String first = withKey(key, body).statusCode(201).extract().path("id");
        withKey(key, body)
                .statusCode(201)
                .header("Location", endsWith(first))
                .header("ETag", "\"1\"")
                .body("id", equalTo(first));
        body.put("purpose", "Something else");
        refusedWith(withKey(key, body), 409, "IDEMPOTENCY_KEY_REUSED");
        refusedWith(withKey("not visible", body), 400, "INVALID_REQUEST");
        as("officer").get(PERMITS + "?itemId=" + laptop.getId()).then().body("items", hasSize(1));
    }

    @Test
    void shouldGiveAnItemToOneOfTwoWhoAskAtOnce() throws Exception {
        Device laptop = registered(aSecretLaptop());
        Map<String, Object> body = aRequestFor(laptop);
        Callable<Integer> ask = () -> request("registrar", body).extract().statusCode();
        try (ExecutorService both = Executors.newFixedThreadPool(4)) {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : both.invokeAll(Collections.nCopies(4, ask))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 422, 422, 422);
        }
    }

    private static ValidatableResponse withKey(String key, Map<String, Object> body) {
        return as("registrar")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PERMITS)
                .then();
    }

    private static List<Object> withUnknown(@org.jspecify.annotations.Nullable Object ids) {
        List<Object> all = new ArrayList<>((List<?>) Objects.requireNonNull(ids));
        all.add(nobody());
        return all;
    }

    private void nothingCameOf(Device device) {
        as("officer")
                .get(PERMITS + "?itemId=" + device.getId())
                .then()
                .statusCode(200)
                .body("items", empty());
        Outbox.holdsNoPermitEntryNaming(device.getId(), dataSource);
    }
}
