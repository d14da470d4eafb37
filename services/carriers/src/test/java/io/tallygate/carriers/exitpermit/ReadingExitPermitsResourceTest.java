package io.tallygate.carriers.exitpermit;

import static io.restassured.RestAssured.given;
import static io.tallygate.carriers.CarriersApi.PERMITS;
import static io.tallygate.carriers.CarriersApi.aPendingPermitFor;
import static io.tallygate.carriers.CarriersApi.aRequestFor;
import static io.tallygate.carriers.CarriersApi.as;
import static io.tallygate.carriers.CarriersApi.awaitItem;
import static io.tallygate.carriers.CarriersApi.eventually;
import static io.tallygate.carriers.CarriersApi.refusedWith;
import static io.tallygate.carriers.CarriersApi.request;
import static io.tallygate.carriers.CarriersApi.revoke;
import static io.tallygate.carriers.CarriersApi.violates;
import static io.tallygate.carriers.Devices.aSecretLaptop;
import static io.tallygate.carriers.Devices.registered;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.carriers.Devices;
import io.tallygate.contracts.devices.v1.Device;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReadingExitPermitsResourceTest {

    @Test
    void shouldShowAPermitOnlyToWhoMaySeeAllItsItems() {
        Device ofRd = registered(aSecretLaptop());
        Device ofOps = registered(aSecretLaptop().setDepartmentCode("OPS").setLevel("INTERNAL"));
        String rd = aPendingPermitFor(registered(aSecretLaptop()));
        String both = aPendingPermitFor(ofRd, ofOps);

        as("member.rd").get(PERMITS + "/" + rd).then().statusCode(200).body("id", equalTo(rd));
        refusedWith(as("member.ops").get(PERMITS + "/" + rd).then(), 404, "NOT_FOUND");
        refusedWith(as("member.rd").get(PERMITS + "/" + both).then(), 404, "NOT_FOUND");
        refusedWith(as("member.ops").get(PERMITS + "/" + both).then(), 404, "NOT_FOUND");
        as("member.rd").get(PERMITS + "?itemId=" + ofRd.getId()).then().body("items", empty());
        as("manager").get(PERMITS + "/" + both).then().statusCode(200).body("items", hasSize(2));
    }

    @Test
    void shouldFollowAnItemThatGetsAnotherLevelOrDepartment() {
        Device laptop = registered(aSecretLaptop());
        String permit = request("member.rd", aRequestFor(laptop))
                .statusCode(201)
                .extract()
                .path("id");

        Devices.change(laptop.toBuilder().setLevel("TOP_SECRET"));
        awaitItem(laptop.getId(), "level", "TOP_SECRET");
        refusedWith(as("member.rd").get(PERMITS + "/" + permit).then(), 404, "NOT_FOUND");

        Devices.change(laptop.toBuilder().setLevel("CONFIDENTIAL").setDepartmentCode("OPS"));
        awaitItem(laptop.getId(), "departmentCode", "OPS");
        refusedWith(as("member.rd").get(PERMITS + "/" + permit).then(), 404, "NOT_FOUND");
        as("member.ops").get(PERMITS + "/" + permit).then().statusCode(200);
    }

    @Test
    void shouldListByItemAndState() {
        Device laptop = registered(aSecretLaptop());
        String revoked = aPendingPermitFor(laptop);
        revoke("officer", revoked).statusCode(200);
        String pending = aPendingPermitFor(laptop);
        String ofItem = PERMITS + "?itemId=" + laptop.getId();

        as("member.rd").get(ofItem).then().statusCode(200).body("items.id", contains(pending, revoked));
        as("member.rd").get(ofItem + "&state=PENDING").then().body("items.id", contains(pending));
        as("member.rd").get(ofItem + "&state=CLOSED").then().body("items", empty());
        String next = as("member.rd")
                .get(ofItem + "&limit=1")
                .then()
                .body("items.id", contains(pending))
                .body("next", notNullValue())
                .extract()
                .path("next");
        as("member.rd").get(ofItem + "&limit=1&after=" + next).then().body("items.id", contains(revoked));
        as("officer").get(PERMITS + "?state=REVOKED").then().body("items.state", everyItem(equalTo("REVOKED")));
    }

    @Test
    void shouldListAnOverduePermitAsExpired() {
        Device laptop = registered(aSecretLaptop());
        Map<String, Object> body = aRequestFor(laptop);
        body.put("validUntil", Instant.now().plusSeconds(2).toString());
        String permit = request("registrar", body).statusCode(201).extract().path("id");
        String ofItem = PERMITS + "?itemId=" + laptop.getId();

        eventually(() -> as("officer")
                .get(ofItem + "&state=EXPIRED")
                .then()
                .body("items.id", contains(permit))
                .body("items[0].state", equalTo("EXPIRED")));
        as("officer").get(ofItem + "&state=PENDING").then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "sysadmin", "secadmin", "auditor"})
    void shouldShowNothingToThoseWithoutLedgerContent(String user) {
        String permit = aPendingPermitFor(registered(aSecretLaptop()));

        refusedWith(as(user).get(PERMITS).then(), 403, "FORBIDDEN");
        refusedWith(as(user).get(PERMITS + "/" + permit).then(), 403, "FORBIDDEN");
    }

    @Test
    void shouldRefuseWhatMeansNothing() {
        violates(as("officer").get(PERMITS + "?state=LOST").then(), 400, "state", "UNKNOWN_VALUE");
        violates(as("officer").get(PERMITS + "?itemId=x").then(), 400, "itemId", "MALFORMED");
        violates(as("officer").get(PERMITS + "?limit=0").then(), 400, "limit", "OUT_OF_RANGE");
        violates(as("officer").get(PERMITS + "?limit=many").then(), 400, "limit", "MALFORMED");
        refusedWith(as("officer").get(PERMITS + "?after=x").then(), 400, "INVALID_CURSOR");
        refusedWith(as("officer").get(PERMITS + "/x").then(), 404, "NOT_FOUND");
        refusedWith(given().get(PERMITS).then(), 401, "UNAUTHENTICATED");
    }
}
