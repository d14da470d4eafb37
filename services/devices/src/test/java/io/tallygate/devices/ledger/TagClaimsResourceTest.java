package io.tallygate.devices.ledger;

import static io.restassured.RestAssured.given;
import static io.tallygate.devices.Calls.DEVICES;
import static io.tallygate.devices.Calls.aSecretLaptop;
import static io.tallygate.devices.Calls.as;
import static io.tallygate.devices.Calls.freshEpc;
import static io.tallygate.devices.Calls.freshTid;
import static io.tallygate.devices.Calls.isProblem;
import static io.tallygate.devices.Calls.isProblemOf;
import static io.tallygate.devices.Calls.registered;
import static io.tallygate.devices.Calls.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tallygate.commons.identity.Roles;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.Tokens;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a tag on the desk is, before it is put on anything. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class TagClaimsResourceTest {

    private static final String CLAIMS = DEVICES + "/tag-claims";

    @Test
    void shouldHaveNothingAgainstATagThatIsFree() {
        String epc = freshEpc();

        claims(as("registrar"), epc, freshTid())
                .statusCode(200)
                .body("epc", equalTo(epc))
                .body("epcUri", startsWith("urn:epc:"))
                .body("claims", empty());
    }

    @Test
    void shouldNameTheDevicesThatHaveTheEpcAndTheChip() {
        String epc = freshEpc();
        String tid = freshTid();
        String hasEpc = registered(tagged(Map.of("epc", epc)));
        String hasChip = registered(tagged(Map.of("epc", freshEpc(), "tid", tid)));
        String ledgerNo = as("registrar").get(DEVICES + "/" + hasEpc).path("ledgerNo");

        claims(as("registrar"), epc.toLowerCase(java.util.Locale.ROOT), tid)
                .statusCode(200)
                .body("claims.code", containsInAnyOrder("DUPLICATE_EPC", "DUPLICATE_TID"))
                .body("claims.find { it.field == 'tag.epc' }.deviceId", equalTo(hasEpc))
                .body("claims.find { it.field == 'tag.epc' }.ledgerNo", equalTo(ledgerNo))
                .body("claims.find { it.field == 'tag.epc' }.retired", equalTo(false))
                .body("claims.find { it.field == 'tag.tid' }.deviceId", equalTo(hasChip));
    }

    @Test
    void shouldNameTheDeviceThatGaveTheEpcUpUntilItTakesItBack() {
        String epc = freshEpc();
        String id = registered(tagged(Map.of("epc", epc)));
        retag(id, 1, freshEpc());

        claims(as("registrar"), epc, null).body("claims.deviceId", contains(id)).body("claims.retired", contains(true));

        retag(id, 2, epc);
        claims(as("registrar"), epc, null)
                .body("claims.deviceId", contains(id))
                .body("claims.retired", contains(false));
    }

    @Test
    void shouldSayThatATagIsTakenButNotByWhatAboveTheClearance() {
        String epc = freshEpc();
        registered(with(with(tagged(Map.of("epc", epc)), "level", "TOP_SECRET"), "keeperNo", "P0001"));
        // Cleared to SECRET.
        String token = Tokens.with("member.rd", Roles.IT_STAFF);

        claims(given().auth().oauth2(token), epc, null)
                .statusCode(200)
                .body("claims.code", contains("DUPLICATE_EPC"))
                .body("claims[0].deviceId", nullValue())
                .body("claims[0].ledgerNo", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "zz, , tag.epc, MALFORMED_EPC",
        "303425, , tag.epc, MALFORMED_EPC",
        ", E28011602000000000000001, tag.epc, REQUIRED",
        "3414257BF4000000000F0001, E28, tag.tid, MALFORMED_TID"
    })
    void shouldRefuseWhatIsNoTag(@Nullable String epc, @Nullable String tid, String field, String violation) {
        isProblemOf(claims(as("registrar"), epc, tid), 400, "INVALID_REQUEST", field, violation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "leader", "manager", "member.rd", "guard", "sysadmin", "secadmin", "auditor"})
    void shouldTellOnlyThoseWhoRegister(String user) {
        isProblem(claims(as(user), freshEpc(), null), 403, "FORBIDDEN");
    }

    private static ValidatableResponse claims(RequestSpecification caller, @Nullable String epc, @Nullable String tid) {
        RequestSpecification request = epc == null ? caller : caller.queryParam("epc", epc);
        return (tid == null ? request : request.queryParam("tid", tid))
                .get(CLAIMS)
                .then();
    }

    private static Map<String, @Nullable Object> tagged(Map<String, String> tag) {
        return with(aSecretLaptop(), "tag", tag);
    }

    private static void retag(String id, long version, String epc) {
        as("registrar")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("epc", epc, "reason", "r"))
                .put(DEVICES + "/" + id + "/tag")
                .then()
                .statusCode(200);
    }
}
