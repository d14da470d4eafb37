package io.tallygate.devices.ledger;

import static io.tallygate.devices.Calls.DEVICES;
import static io.tallygate.devices.Calls.aSecretLaptop;
import static io.tallygate.devices.Calls.as;
import static io.tallygate.devices.Calls.fresh;
import static io.tallygate.devices.Calls.freshEpc;
import static io.tallygate.devices.Calls.freshTid;
import static io.tallygate.devices.Calls.isProblem;
import static io.tallygate.devices.Calls.isProblemOf;
import static io.tallygate.devices.Calls.register;
import static io.tallygate.devices.Calls.registered;
import static io.tallygate.devices.Calls.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.tallygate.devices.Written;
import io.tallygate.testkit.RelationalStores;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class TaggingResourceTest {

    @Inject
    Written written;

    @ParameterizedTest
    @CsvSource({
        "urn:epc:id:giai:0614141.77%s, 3414257BF4, urn:epc:id:giai:0614141.77%s",
        "urn:epc:tag:giai-96:3.0614141.88%s, 3474257BF4, urn:epc:id:giai:0614141.88%s",
        "urn:epc:id:gdti:0614141.12345.99%s, 2C14257BF4, urn:epc:id:gdti:0614141.12345.99%s"
    })
    void shouldTakeAnEpcByItsUri(String asked, String head, String uri) {
        long number = 1_000_000 + fresh();

        register(tagged(asked.formatted(number)))
                .statusCode(201)
                .body("tag.epc", matchesPattern(head + "[0-9A-F]{14}"))
                .body("tag.epcUri", equalTo(uri.formatted(number)));
    }

    @Test
    void shouldNameATagOfNoKnownSchemeRaw() {
        String epc = "E280" + freshEpc().substring(4);

        register(tagged(epc)).statusCode(201).body("tag.epcUri", equalTo("urn:epc:raw:96.x" + epc));
    }

    @Test
    void shouldShowTheUriInListsAndFindByIt() {
        String uri = "urn:epc:id:giai:0614141." + (5_000_000 + fresh());
        String id = registered(tagged(uri.replace("urn:epc:id:giai:", "urn:epc:tag:giai-96:5.")));

        as("officer")
                .queryParam("q", uri)
                .get(DEVICES)
                .then()
                .body("items.id", contains(id))
                .body("items[0].tag.epcUri", equalTo(uri));
    }

    @ParameterizedTest
    @CsvSource({
        "urn:epc:id:giai:0614141.007, EPC_REFERENCE",
        "urn:epc:id:giai:061414.4611686018427387904, EPC_REFERENCE",
        "urn:epc:id:giai:06141.7, EPC_COMPANY_PREFIX",
        "urn:epc:tag:giai-96:9.0614141.7, EPC_FILTER_OUT_OF_RANGE",
        "urn:epc:id:gdti:0614141.12345.2199023255552, EPC_SERIAL",
        "urn:epc:id:sscc:0614141.1234567890, UNKNOWN_EPC_SCHEME",
        "3034, MALFORMED_EPC"
    })
    void shouldRefuseWhatIsNoEpc(String epc, String code) {
        written.nothingBy(() -> isProblemOf(register(tagged(epc)), 400, "INVALID_REQUEST", "tag.epc", code));
    }

    @Test
    void shouldProposeAFreshEpcUnderTheCompanyPrefix() {
        Response first = as("registrar").post(DEVICES + "/epc-suggestions");
        String epc = first.path("epc");
        first.then()
                .statusCode(200)
                .body("epc", matchesPattern("3414257BF4[0-9A-F]{14}"))
                .body("epcUri", matchesPattern("urn:epc:id:giai:0614141\\.[1-9]\\d{7,}"));

        as("registrar").post(DEVICES + "/epc-suggestions").then().body("epc", not(equalTo(epc)));
        register(tagged(epc)).statusCode(201).body("tag.epcUri", equalTo(first.path("epcUri")));
    }

    @Test
    void shouldStepOverAReferenceThatIsTaken() {
        String proposed = as("registrar").post(DEVICES + "/epc-suggestions").path("epcUri");
        int dot = proposed.indexOf('.');
        long reference = Long.parseLong(proposed.substring(dot + 1));
        registered(tagged(proposed.substring(0, dot + 1) + (reference + 1)));

        as("registrar")
                .post(DEVICES + "/epc-suggestions")
                .then()
                .body("epcUri", equalTo(proposed.substring(0, dot + 1) + (reference + 2)));
    }

    @Test
    void shouldPutANewTagInPlaceOfTheOldOne() {
        String id = registered(aSecretLaptop());
        String epc = freshEpc();
        String tid = freshTid();

        retag(id, 1, Map.of("epc", epc, "tid", tid, "reason", "标签损坏"))
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("tag.epc", equalTo(epc))
                .body("tag.tid", equalTo(tid));
        retag(id, 2, Map.of("epc", freshEpc(), "reason", "another"))
                .statusCode(200)
                .body("tag.containsKey('tid')", equalTo(false));

        as("member.rd")
                .get(DEVICES + "/" + id + "/history")
                .then()
                .body("items.reason", contains("another", "标签损坏", null))
                .body("items[1].changedFields", contains("tag.epc", "tag.tid"));
    }

    @Test
    void shouldNeverGiveARetiredEpcToAnotherDevice() {
        String old = freshEpc();
        String id = registered(tagged(old));
        String other = registered(aSecretLaptop());
        retag(id, 1, Map.of("epc", freshEpc(), "reason", "r")).statusCode(200);

        written.nothingBy(() -> {
            isProblemOf(register(tagged(old)), 409, "DUPLICATE_EPC", "tag.epc", "DUPLICATE_EPC");
            isProblemOf(
                    retag(other, 1, Map.of("epc", old, "reason", "r")),
                    409,
                    "DUPLICATE_EPC",
                    "tag.epc",
                    "DUPLICATE_EPC");
        });
        retag(id, 2, Map.of("epc", old, "reason", "the first was right"))
                .statusCode(200)
                .body("tag.epc", equalTo(old));
    }

    @Test
    void shouldRetireAnEpcThatAPatchTakesOff() {
        String old = freshEpc();
        String id = registered(tagged(old));
        as("registrar")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"tag\":null,\"reason\":\"r\"}")
                .patch(DEVICES + "/" + id)
                .then()
                .statusCode(200);

        isProblem(register(tagged(old)), 409, "DUPLICATE_EPC");
    }

    @Test
    void shouldRefuseABadRetagging() {
        String id = registered(aSecretLaptop());
        Map<String, Object> good = Map.of("epc", freshEpc(), "reason", "r");

        written.nothingBy(() -> {
            isProblem(
                    as("registrar").body(good).put(DEVICES + "/" + id + "/tag").then(), 428, "PRECONDITION_REQUIRED");
            isProblem(retag(id, 7, good), 412, "PRECONDITION_FAILED");
            isProblemOf(retag(id, 1, Map.of("reason", "r")), 400, "INVALID_REQUEST", "tag.epc", "REQUIRED");
            isProblemOf(retag(id, 1, Map.of("epc", freshEpc())), 400, "INVALID_REQUEST", "reason", "REQUIRED");
            isProblemOf(
                    retag(id, 1, Map.of("epc", "zz", "reason", "r")),
                    400,
                    "INVALID_REQUEST",
                    "tag.epc",
                    "MALFORMED_EPC");
            isProblemOf(
                    retag(id, 1, Map.of("epc", freshEpc(), "tid", "E28", "reason", "r")),
                    400,
                    "INVALID_REQUEST",
                    "tag.tid",
                    "MALFORMED_TID");
            isProblem(retag("00000000-0000-4000-8000-000000000000", 1, good), 404, "NOT_FOUND");
            isProblem(
                    as("officer")
                            .header("If-Match", "\"1\"")
                            .body(good)
                            .put(DEVICES + "/" + id + "/tag")
                            .then(),
                    403,
                    "FORBIDDEN");
            isProblem(as("officer").post(DEVICES + "/epc-suggestions").then(), 403, "FORBIDDEN");
        });
    }

    private static Map<String, @Nullable Object> tagged(String epc) {
        return with(aSecretLaptop(), "tag", Map.of("epc", epc));
    }

    private static ValidatableResponse retag(String id, long version, Map<String, Object> body) {
        return as("registrar")
                .header("If-Match", "\"" + version + "\"")
                .body(new HashMap<>(body))
                .put(DEVICES + "/" + id + "/tag")
                .then();
    }
}
