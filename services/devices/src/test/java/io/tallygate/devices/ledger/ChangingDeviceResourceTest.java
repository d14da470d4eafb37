package io.tallygate.devices.ledger;

import static io.tallygate.devices.Calls.DEVICES;
import static io.tallygate.devices.Calls.aSecretLaptop;
import static io.tallygate.devices.Calls.anUnclassifiedDesktop;
import static io.tallygate.devices.Calls.as;
import static io.tallygate.devices.Calls.fresh;
import static io.tallygate.devices.Calls.freshEpc;
import static io.tallygate.devices.Calls.isProblem;
import static io.tallygate.devices.Calls.isProblemOf;
import static io.tallygate.devices.Calls.registered;
import static io.tallygate.devices.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.tallygate.devices.Written;
import io.tallygate.testkit.RelationalStores;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class ChangingDeviceResourceTest {

    @Inject
    Written written;

    @Test
    void shouldChangeWhatIsNamedAndKeepTheRest() {
        String id = registered(aSecretLaptop());
        String epc = freshEpc();

        change(id, 1, "{'name':'新名称','cabinetCode':null,'tag':{'epc':'" + epc + "','tid':null},'reason':'换标签'}")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("version", equalTo(2))
                .body("name", equalTo("新名称"))
                .body("model", equalTo("ThinkPad T14"))
                .body("tag.epc", equalTo(epc))
                .body("tag.containsKey('tid')", equalTo(false))
                .body("containsKey('cabinetCode')", equalTo(false));

        as("member.rd")
                .get(DEVICES + "/" + id + "/history")
                .then()
                .body("items.type", contains("CHANGED", "REGISTERED"))
                .body("items[0].changedFields", contains("name", "cabinetCode", "tag.epc", "tag.tid"))
                .body("items[0].reason", equalTo("换标签"))
                .body("items[0].version", equalTo(2));
    }

    @Test
    void shouldFindADeviceByItsNewNameOnly() {
        String old = "旧名" + fresh();
        String id = registered(with(aSecretLaptop(), "name", old));
        String now = "新名" + fresh();

        change(id, 1, "{'name':'" + now + "','reason':'renamed'}").statusCode(200);

        as("officer").queryParam("q", now).get(DEVICES).then().body("items.id", contains(id));
        as("officer").queryParam("q", old).get(DEVICES).then().body("items.size()", equalTo(0));
    }

    @Test
    void shouldDemandTheVersionThatWasSeen() {
        String id = registered(aSecretLaptop());
        String body = "{\"name\":\"x\",\"reason\":\"y\"}";

        written.nothingBy(() -> {
            isProblem(as("registrar").body(body).patch(DEVICES + "/" + id).then(), 428, "PRECONDITION_REQUIRED");
            isProblem(change(id, 2, "{'name':'x','reason':'y'}"), 412, "PRECONDITION_FAILED");
            isProblemOf(
                    as("registrar")
                            .header("If-Match", "1")
                            .body(body)
                            .patch(DEVICES + "/" + id)
                            .then(),
                    400,
                    "INVALID_REQUEST",
                    "If-Match",
                    "MALFORMED");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'x'}                               | 400 | INVALID_REQUEST | reason         | REQUIRED",
                "{'name':null,'reason':'r'}                 | 400 | INVALID_REQUEST | name           | REQUIRED",
                "{'name':7,'reason':'r'}                    | 400 | INVALID_REQUEST | name           | MALFORMED",
                "{'serialNo':'x','reason':'r'}              | 400 | INVALID_REQUEST | serialNo       | NOT_CHANGEABLE",
                "{'colour':'x','reason':'r'}                | 400 | INVALID_REQUEST | colour         | NOT_CHANGEABLE",
                "{'tag':'x','reason':'r'}                   | 400 | INVALID_REQUEST | tag            | MALFORMED",
                "{'tag':{'epc':'zz'},'reason':'r'}          | 400 | INVALID_REQUEST | tag.epc        | MALFORMED_EPC",
                "{'tag':{'epc':null},'reason':'r'}          | 400 | INVALID_REQUEST | tag.epc        | REQUIRED",
                "{'level':'COSMIC','reason':'r'}            | 400 | INVALID_REQUEST | level          | UNKNOWN_LEVEL",
                "{'state':'GONE','reason':'r'}              | 400 | INVALID_REQUEST | state          | UNKNOWN_STATE",
                "{'level':'INTERNAL','reason':'r'}          | 422 | RULE_VIOLATED   | level          | LEVEL_LOWERED",
                "{'level':'TOP_SECRET','reason':'r'}        | 422 | RULE_VIOLATED   | keeperNo       | KEEPER_NOT_CLEARED",
                "{'departmentCode':'NOWHERE','reason':'r'}  | 422 | RULE_VIOLATED   | departmentCode | UNKNOWN_DEPARTMENT",
                "{'keeperNo':'P9999','reason':'r'}          | 422 | RULE_VIOLATED   | keeperNo       | UNKNOWN_KEEPER",
                "{'keeperNo':'P0201','reason':'r'}          | 422 | RULE_VIOLATED   | keeperNo       | KEEPER_NOT_CLEARED",
                "{'cabinetCode':'CAB-999','reason':'r'}     | 422 | RULE_VIOLATED   | cabinetCode    | UNKNOWN_CABINET"
            })
    void shouldRefuseAChange(String body, int status, String code, String field, String violation) {
        String id = registered(aSecretLaptop());

        written.nothingBy(() -> isProblemOf(change(id, 1, body), status, code, field, violation));
    }

    @Test
    void shouldRefuseATagThatAnotherDeviceHas() {
        Map<String, ?> other = aSecretLaptop();
        String epc = as("registrar").body(other).post(DEVICES).path("tag.epc");
        String id = registered(aSecretLaptop());

        written.nothingBy(() -> isProblemOf(
                change(id, 1, "{'tag':{'epc':'" + epc + "'},'reason':'r'}"),
                409,
                "DUPLICATE_EPC",
                "tag.epc",
                "DUPLICATE_EPC"));
    }

    @Test
    void shouldBringNothingBackFromDestruction() {
        String id = registered(aSecretLaptop());
        change(id, 1, "{'state':'DESTROYED','reason':'监销'}").statusCode(200).body("state", equalTo("DESTROYED"));

        written.nothingBy(() -> isProblemOf(
                change(id, 2, "{'state':'IN_USE','reason':'r'}"),
                422,
                "RULE_VIOLATED",
                "state",
                "ILLEGAL_STATE_CHANGE"));
    }

    @Test
    void shouldMoveADeviceThatBecomesClassifiedToTheClassifiedLedger() {
        String id = registered(with(anUnclassifiedDesktop(), "keeperNo", "P0201"));

        change(id, 1, "{'level':'CONFIDENTIAL','reason':'处理秘密'}")
                .statusCode(200)
                .body("classified", equalTo(true))
                .body("ledgerNo", startsWith("CC-"));
    }

    @Test
    void shouldLeaveNoEntryForAChangeOfNothing() {
        String id = registered(aSecretLaptop());

        written.nothingBy(() -> change(id, 1, "{'keeperNo':'P0101','reason':'r'}")
                .statusCode(200)
                .body("version", equalTo(1)));
    }

    @Test
    void shouldAnswerARepeatedIdempotencyKeyAsTheFirstTime() {
        String id = registered(aSecretLaptop());
        String key = "change-" + fresh();
        Response first = changeWith(key, id);
        first.then().statusCode(200);

        written.nothingBy(() -> {
            Response again = changeWith(key, id);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        });
    }

    @Test
    void shouldLetNobodyButItStaffChange() {
        String id = registered(aSecretLaptop());

        written.nothingBy(() -> isProblem(
                as("officer")
                        .header("If-Match", "\"1\"")
                        .body("{\"name\":\"x\",\"reason\":\"y\"}")
                        .patch(DEVICES + "/" + id)
                        .then(),
                403,
                "FORBIDDEN"));
    }

    private static Response changeWith(String key, String id) {
        return as("registrar")
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", key)
                .body("{\"name\":\"once\",\"reason\":\"y\"}")
                .patch(DEVICES + "/" + id);
    }

    /** A merge patch, written with single quotes. */
    private static ValidatableResponse change(String id, long version, String body) {
        return as("registrar")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(body.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .patch(DEVICES + "/" + id)
                .then();
    }
}
