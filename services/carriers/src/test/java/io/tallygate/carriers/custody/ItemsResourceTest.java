package io.tallygate.carriers.custody;

import static io.restassured.RestAssured.given;
import static io.tallygate.carriers.CarriersApi.ITEMS;
import static io.tallygate.carriers.CarriersApi.as;
import static io.tallygate.carriers.CarriersApi.nobody;
import static io.tallygate.carriers.CarriersApi.refusedWith;
import static io.tallygate.carriers.CarriersApi.violates;
import static io.tallygate.carriers.CarriersApi.withToken;
import static io.tallygate.carriers.Devices.aSecretLaptop;
import static io.tallygate.carriers.Devices.registered;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.carriers.Gates;
import io.tallygate.contracts.devices.v1.Device;
import io.tallygate.epc.EpcCodec;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class ItemsResourceTest {

    @Test
    void shouldTellCustodyOfAnItem() {
        Device laptop = registered(aSecretLaptop());

        as("member.rd")
                .get(ITEMS + "/" + laptop.getId())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("itemId", equalTo(laptop.getId()))
                .body("ledgerNo", equalTo(laptop.getLedgerNo()))
                .body("kind", equalTo("LAPTOP"))
                .body("level", equalTo("SECRET"))
                .body("name", equalTo(laptop.getName()))
                .body("departmentCode", equalTo("RD"))
                .body("state", equalTo("IN_PLACE"))
                .body("keeperNo", equalTo("P0101"))
                .body("place.cabinetCode", equalTo("CAB-101-1"))
                .body("place.roomCode", equalTo("R-101"))
                .body("place.portalCode", nullValue())
                .body("permit", nullValue())
                .body("tag.epc", equalTo(laptop.getEpc()))
                .body("tag.epcUri", equalTo(EpcCodec.uri(laptop.getEpc())))
                .body("tag.tid", equalTo(laptop.getTid()))
                .body("since", notNullValue())
                .body("version", equalTo(1))
                .body("history", hasSize(1))
                .body("history[0].type", equalTo("OPENED"))
                .body("history[0].actor", equalTo("registrar"))
                .body("history[0].reason", equalTo("REGISTERED"))
                .body("history[0].state", equalTo("IN_PLACE"));
    }

    @Test
    void shouldHideWhatIsOutsideTheCallersScopeAsIfItWereNotThere() {
        Device ofRd = registered(aSecretLaptop());
        Device topSecret = registered(aSecretLaptop().setLevel("TOP_SECRET"));

        refusedWith(as("member.ops").get(ITEMS + "/" + ofRd.getId()).then(), 404, "NOT_FOUND");
        refusedWith(as("member.rd").get(ITEMS + "/" + topSecret.getId()).then(), 404, "NOT_FOUND");
        refusedWith(as("member.rd").get(ITEMS + "/" + nobody()).then(), 404, "NOT_FOUND");
        refusedWith(as("member.rd").get(ITEMS + "/nonsense").then(), 404, "NOT_FOUND");
        as("manager").get(ITEMS + "/" + topSecret.getId()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "sysadmin", "secadmin", "auditor"})
    void shouldShowNoLedgerContentToThoseWhoHaveNoneOfIt(String user) {
        Device laptop = registered(aSecretLaptop());

        refusedWith(as(user).get(ITEMS + "/" + laptop.getId()).then(), 403, "FORBIDDEN");
        refusedWith(as(user).get(ITEMS).then(), 403, "FORBIDDEN");
    }

    @Test
    void shouldShowNothingToWhoDidNotSignIn() {
        refusedWith(given().get(ITEMS).then(), 401, "UNAUTHENTICATED");
        refusedWith(given().get(ITEMS + "/" + nobody()).then(), 401, "UNAUTHENTICATED");
        refusedWith(withToken(Tokens.expired("officer")).get(ITEMS).then(), 401, "UNAUTHENTICATED");
    }

    @Test
    void shouldRefuseATokenThatJoinsSeparatedDuties() {
        refusedWith(
                withToken(Tokens.with("officer", "secrecy-officer", "auditor", "system-admin"))
                        .get(ITEMS)
                        .then(),
                403,
                "SEPARATION_OF_DUTIES");
    }

    @Test
    void shouldRefuseWhomPersonnelDoesNotKnow() {
        refusedWith(withToken(Tokens.with("stranger", "member")).get(ITEMS).then(), 403, "UNKNOWN_PERSON");
    }

    @Test
    void shouldListByStateDepartmentAndText() {
        String word = "batch" + UUID.randomUUID().toString().substring(0, 8);
        Device first = registered(aSecretLaptop().setLedgerNo(word + "-1"));
        Device second = registered(aSecretLaptop().setName(word + " two").setLedgerNo("zz-" + word));
        registered(aSecretLaptop().setLedgerNo(word + "-ops").setDepartmentCode("OPS"));
        registered(aSecretLaptop().setLedgerNo(word + "-ts").setLevel("TOP_SECRET"));
        Gates.see(Gates.alarm(second, "NO_PERMIT"));
        io.tallygate.carriers.CarriersApi.awaitItem(second.getId(), "state", "MISSING");

        as("officer").get(ITEMS + "?q=" + word).then().statusCode(200).body("items", hasSize(4));
        as("officer")
                .get(ITEMS + "?department=RD&q=" + word)
                .then()
                .body("items.departmentCode", contains("RD", "RD", "RD"));
        as("member.rd")
                .get(ITEMS + "?q=" + word.toUpperCase(java.util.Locale.ROOT))
                .then()
                .body("items.itemId", contains(first.getId(), second.getId()));
        as("member.rd").get(ITEMS + "?state=MISSING&q=" + word).then().body("items.itemId", contains(second.getId()));
        as("member.rd").get(ITEMS + "?department=OPS&q=" + word).then().body("items", empty());
        as("member.rd").get(ITEMS + "?q=" + word + "%25").then().body("items", empty());
    }

    @Test
    void shouldPageWithoutGapsOrRepeats() {
        String word = "paged" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 1; i <= 3; i++) {
            registered(aSecretLaptop().setLedgerNo(word + "-" + i));
        }

        String next = as("member.rd")
                .get(ITEMS + "?limit=2&q=" + word)
                .then()
                .body("items.ledgerNo", contains(word + "-1", word + "-2"))
                .extract()
                .path("next");
        as("member.rd")
                .get(ITEMS + "?limit=2&q=" + word + "&after=" + next)
                .then()
                .body("items.ledgerNo", contains(word + "-3"))
                .body("next", nullValue());
    }

    @Test
    void shouldRefuseFiltersThatMeanNothing() {
        violates(as("officer").get(ITEMS + "?state=LOST").then(), 400, "state", "UNKNOWN_VALUE");
        violates(as("officer").get(ITEMS + "?limit=0").then(), 400, "limit", "OUT_OF_RANGE");
        violates(as("officer").get(ITEMS + "?limit=501").then(), 400, "limit", "OUT_OF_RANGE");
        violates(as("officer").get(ITEMS + "?limit=many").then(), 400, "limit", "MALFORMED");
        violates(as("officer").get(ITEMS + "?q=" + "x".repeat(201)).then(), 400, "q", "TOO_LONG");
        refusedWith(as("officer").get(ITEMS + "?after=nonsense").then(), 400, "INVALID_CURSOR");
    }
}
