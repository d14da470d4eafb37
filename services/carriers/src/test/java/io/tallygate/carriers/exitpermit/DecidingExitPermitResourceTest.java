package io.tallygate.carriers.exitpermit;

import static io.restassured.RestAssured.given;
import static io.tallygate.carriers.CarriersApi.PERMITS;
import static io.tallygate.carriers.CarriersApi.aPendingPermitFor;
import static io.tallygate.carriers.CarriersApi.aRequestFor;
import static io.tallygate.carriers.CarriersApi.anActivePermitFor;
import static io.tallygate.carriers.CarriersApi.as;
import static io.tallygate.carriers.CarriersApi.awaitItem;
import static io.tallygate.carriers.CarriersApi.decide;
import static io.tallygate.carriers.CarriersApi.eventually;
import static io.tallygate.carriers.CarriersApi.nobody;
import static io.tallygate.carriers.CarriersApi.permit;
import static io.tallygate.carriers.CarriersApi.refusedWith;
import static io.tallygate.carriers.CarriersApi.request;
import static io.tallygate.carriers.CarriersApi.revoke;
import static io.tallygate.carriers.CarriersApi.violates;
import static io.tallygate.carriers.CarriersApi.withToken;
import static io.tallygate.carriers.Devices.aSecretLaptop;
import static io.tallygate.carriers.Devices.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.tallygate.carriers.Gates;
import io.tallygate.carriers.Outbox;
import io.tallygate.commons.identity.Level;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.devices.v1.Device;
import io.tallygate.contracts.ledger.v1.ExitPermit;
import io.tallygate.contracts.ledger.v1.ExitPermitChanged;
import io.tallygate.contracts.ledger.v1.PermitState;
import io.tallygate.contracts.register.v1.RegisterEntry;
import io.tallygate.testkit.DemoWorld;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DecidingExitPermitResourceTest {

    @Test
    void shouldBecomeActiveWhenAnOfficerAndALeaderApprove() {
        String permit = aPendingPermitFor(registered(aSecretLaptop()));

        decide("officer", permit, "APPROVE")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("PENDING"))
                .body("decisions[0].by", equalTo("officer"))
                .body("decisions[0].role", equalTo("secrecy-officer"))
                .body("decisions[0].decision", equalTo("APPROVE"))
                .body("decisions[0].comment", equalTo("Considered"));
        decide("leader", permit, "APPROVE")
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("version", equalTo(3))
                .body("decisions.role", contains("secrecy-officer", "leader"));

        eventually(() -> assertThat(told(permit)).isEqualTo(PermitState.ACTIVE));
        eventually(() -> assertThat(changesOf(permit)).containsExactly("REQUESTED", "APPROVED_ONCE", "ACTIVATED"));
    }

    @Test
    void shouldEndWithOneRejection() {
        String permit = aPendingPermitFor(registered(aSecretLaptop()));

        decide("leader", permit, "REJECT").statusCode(200).body("state", equalTo("REJECTED"));

        eventually(() -> assertThat(told(permit)).isEqualTo(PermitState.REJECTED));
        refusedWith(decide("officer", permit, "APPROVE"), 409, "NOT_PENDING");
        refusedWith(revoke("officer", permit), 409, "NOT_LIVE");
    }

    @Test
    void shouldRefuseAnybodysDecisionOnTheirOwnRequest() {
        Device laptop = registered(aSecretLaptop());
        String permit = request("officer", aRequestFor(laptop))
                .statusCode(201)
                .extract()
                .path("id");

        refusedWith(decide("officer", permit, "APPROVE"), 422, "OWN_REQUEST");
        refusedWith(decide("officer", permit, "REJECT"), 422, "OWN_REQUEST");
        permit(permit).body("state", equalTo("PENDING")).body("decisions", hasSize(0));
        assertThat(changesOf(permit)).doesNotContain("APPROVED_ONCE", "REJECTED");
    }

    @Test
    void shouldRefuseTheHoldersDecision() {
        Map<String, Object> body = aRequestFor(registered(aSecretLaptop()));
        body.put("holderNo", "P0001");
        String permit = request("registrar", body).statusCode(201).extract().path("id");

        refusedWith(decide("leader", permit, "APPROVE"), 422, "OWN_REQUEST");
        permit(permit).body("version", equalTo(1));
    }

    @Test
    void shouldRefuseASecondDecisionOfTheSamePersonEvenInAnotherPost() {
        String permit = aPendingPermitFor(registered(aSecretLaptop()));
        decide("officer", permit, "APPROVE").statusCode(200);

        refusedWith(decide("officer", permit, "APPROVE"), 409, "ALREADY_DECIDED");
        refusedWith(
                withToken(Tokens.with("officer", "secrecy-officer", "leader"))
                        .body(Map.of("decision", "APPROVE"))
                        .post(PERMITS + "/" + permit + "/decisions")
                        .then(),
                409,
                "ALREADY_DECIDED");
        permit(permit).body("state", equalTo("PENDING")).body("version", equalTo(2));
    }

    @Test
    void shouldRefuseASecondPersonOfTheSamePost() {
        String name = "officer." + UUID.randomUUID();
        DemoWorld.person("P-" + name, name, "HQ", Level.TOP_SECRET);
        String token = Tokens.with(name, "secrecy-officer");
        eventually(() -> withToken(token).get(PERMITS).then().statusCode(200));
        String permit = aPendingPermitFor(registered(aSecretLaptop()));
        decide("officer", permit, "APPROVE").statusCode(200);

        refusedWith(
                withToken(token)
                        .body(Map.of("decision", "APPROVE"))
                        .post(PERMITS + "/" + permit + "/decisions")
                        .then(),
                409,
                "SAME_POST");
        permit(permit).body("state", equalTo("PENDING"));
    }

    @Test
    void shouldHideAPermitFromADeciderWhoIsNotClearedForItsItems() {
        String name = "junior." + UUID.randomUUID();
        DemoWorld.person("P-" + name, name, "HQ", Level.CONFIDENTIAL);
        String token = Tokens.with(name, "leader");
        eventually(() -> withToken(token).get(PERMITS).then().statusCode(200));
        String permit = aPendingPermitFor(registered(aSecretLaptop()));

        refusedWith(
                withToken(token)
                        .body(Map.of("decision", "APPROVE"))
                        .post(PERMITS + "/" + permit + "/decisions")
                        .then(),
                404,
                "NOT_FOUND");
        refusedWith(decide("officer", nobody(), "APPROVE"), 404, "NOT_FOUND");
        refusedWith(decide("officer", "nonsense", "APPROVE"), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "member.rd", "manager", "guard", "sysadmin", "secadmin", "auditor"})
    void shouldLetNobodyElseDecide(String user) {
        String permit = aPendingPermitFor(registered(aSecretLaptop()));

        refusedWith(decide(user, permit, "APPROVE"), 403, "FORBIDDEN");
        permit(permit).body("version", equalTo(1));
    }

    @Test
    void shouldRefuseDecisionsThatAreNone() {
        String permit = aPendingPermitFor(registered(aSecretLaptop()));
        String path = PERMITS + "/" + permit + "/decisions";

        violates(as("officer").body(Map.of("decision", "MAYBE")).post(path).then(), 400, "decision", "MALFORMED");
        violates(as("officer").body(Map.of("comment", "hm")).post(path).then(), 400, "decision", "REQUIRED");
        violates(as("officer").body(Map.of("decision", "REJECT")).post(path).then(), 400, "comment", "REQUIRED");
        violates(
                as("officer")
                        .body(Map.of("decision", "APPROVE", "comment", "x".repeat(501)))
                        .post(path)
                        .then(),
                400,
                "comment",
                "TOO_LONG");
        refusedWith(
                given().contentType(ContentType.JSON)
                        .body(Map.of("decision", "APPROVE"))
                        .post(path)
                        .then(),
                401,
                "UNAUTHENTICATED");
        permit(permit).body("version", equalTo(1));
    }

    @Test
    void shouldHeedTheVersionThatADeciderNames() {
        String permit = aPendingPermitFor(registered(aSecretLaptop()));
        String path = PERMITS + "/" + permit + "/decisions";
        Map<String, Object> approval = Map.of("decision", "APPROVE");

        refusedWith(
                as("officer")
                        .header("If-Match", "\"7\"")
                        .body(approval)
                        .post(path)
                        .then(),
                412,
                "PRECONDITION_FAILED");
        violates(as("officer").header("If-Match", "7").body(approval).post(path).then(), 400, "If-Match", "MALFORMED");
        as("officer")
                .header("If-Match", "\"1\"")
                .body(approval)
                .post(path)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldNotApproveWhatTheRulesForbidByNow() {
        Device laptop = registered(aSecretLaptop());
        String permit = aPendingPermitFor(laptop);
        Gates.see(Gates.alarm(laptop, "NO_PERMIT"));
        awaitItem(laptop.getId(), "state", "MISSING");

        violates(decide("officer", permit, "APPROVE"), 422, "itemIds[0]", "ITEM_NOT_IN_PLACE");
        permit(permit).body("version", equalTo(1));
    }

    @Test
    void shouldAnswerARepeatedDecisionAsTheFirstTime() {
        String permit = aPendingPermitFor(registered(aSecretLaptop()));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as("officer")
                    .header("Idempotency-Key", key)
                    .body(Map.of("decision", "APPROVE"))
                    .post(PERMITS + "/" + permit + "/decisions")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
        }
    }

    @Test
    void shouldBeRevokedByAPostThatDecidesOrByWhoAskedForIt() {
        String active = anActivePermitFor(registered(aSecretLaptop()));
        revoke("leader", active).statusCode(200).body("state", equalTo("REVOKED"));
        eventually(() -> assertThat(told(active)).isEqualTo(PermitState.REVOKED));
        refusedWith(revoke("leader", active), 409, "NOT_LIVE");
        refusedWith(decide("leader", active, "APPROVE"), 409, "NOT_PENDING");

        String pending = aPendingPermitFor(registered(aSecretLaptop()));
        refusedWith(revoke("member.rd", pending), 403, "FORBIDDEN");
        refusedWith(revoke("member.ops", pending), 404, "NOT_FOUND");
        refusedWith(revoke("guard", pending), 403, "FORBIDDEN");
        violates(
                as("registrar")
                        .body(Map.of("reason", " "))
                        .post(PERMITS + "/" + pending + "/revocation")
                        .then(),
                400,
                "reason",
                "REQUIRED");
        refusedWith(
                as("registrar")
                        .header("If-Match", "\"9\"")
                        .body(Map.of("reason", "Late"))
                        .post(PERMITS + "/" + pending + "/revocation")
                        .then(),
                412,
                "PRECONDITION_FAILED");
        permit(pending).body("state", equalTo("PENDING"));
        revoke("registrar", pending).statusCode(200).body("state", equalTo("REVOKED"));
    }

    @Test
    void shouldLetAnItemBePermittedAgainAfterItsPermitWasRevoked() {
        Device laptop = registered(aSecretLaptop());
        revoke("registrar", aPendingPermitFor(laptop)).statusCode(200);

        request("registrar", aRequestFor(laptop)).statusCode(201);
    }

    @Test
    void shouldExpireWhenTheWindowHasPassedWhateverItWaitedFor() {
        String pending = requestedFor(3);
        String active = requestedFor(20);
        decide("officer", active, "APPROVE").statusCode(200);
        decide("leader", active, "APPROVE").statusCode(200).body("state", equalTo("ACTIVE"));

        eventually(() -> permit(pending).body("state", equalTo("EXPIRED")));
        refusedWith(decide("officer", pending, "APPROVE"), 409, "NOT_PENDING");
        eventually(() -> permit(active).body("state", equalTo("EXPIRED")));
        refusedWith(revoke("officer", active), 409, "NOT_LIVE");
        eventually(() -> assertThat(told(pending)).isEqualTo(PermitState.EXPIRED));
        eventually(() -> assertThat(told(active)).isEqualTo(PermitState.EXPIRED));
        eventually(() ->
                assertThat(changesOf(active)).containsExactly("REQUESTED", "APPROVED_ONCE", "ACTIVATED", "EXPIRED"));
    }

    private static String requestedFor(long seconds) {
        Map<String, Object> body = aRequestFor(registered(aSecretLaptop()));
        body.put("validUntil", Instant.now().plusSeconds(seconds).toString());
        return request("registrar", body).statusCode(201).extract().path("id");
    }

    private static PermitState told(String permit) {
        return Objects.requireNonNull(Outbox.newest(Topic.LEDGER_EXIT_PERMITS, permit, ExitPermit.parser()))
                .getState();
    }

    private static List<String> changesOf(String permit) {
        List<String> changes = new ArrayList<>();
        for (RegisterEntry entry : TestKafka.read(Topic.CARRIERS_REGISTER, RegisterEntry.parser())) {
            try {
                if (entry.getSubject().equals(permit)) {
                    changes.add(entry.getEvent().unpack(ExitPermitChanged.class).getChange());
                }
            } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                throw new IllegalStateException(e);
            }
        }
        return changes;
    }
}
