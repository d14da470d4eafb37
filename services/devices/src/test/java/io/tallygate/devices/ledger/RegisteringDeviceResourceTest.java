package io.tallygate.devices.ledger;

import static io.restassured.RestAssured.given;
import static io.tallygate.devices.Calls.DEVICES;
import static io.tallygate.devices.Calls.aSecretLaptop;
import static io.tallygate.devices.Calls.anUnclassifiedDesktop;
import static io.tallygate.devices.Calls.as;
import static io.tallygate.devices.Calls.fresh;
import static io.tallygate.devices.Calls.freshEpc;
import static io.tallygate.devices.Calls.freshTid;
import static io.tallygate.devices.Calls.isProblem;
import static io.tallygate.devices.Calls.isProblemOf;
import static io.tallygate.devices.Calls.register;
import static io.tallygate.devices.Calls.registered;
import static io.tallygate.devices.Calls.with;
import static io.tallygate.devices.ledger.RegisteringAtOnceResourceTest.ordinal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tallygate.commons.identity.Level;
import io.tallygate.commons.identity.Roles;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.devices.v1.Device;
import io.tallygate.contracts.devices.v1.DeviceRegistered;
import io.tallygate.contracts.register.v1.RegisterEntry;
import io.tallygate.devices.Written;
import io.tallygate.testkit.DemoWorld;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class RegisteringDeviceResourceTest {

    @Inject
    Written written;

    @Test
    void shouldRegisterASecretLaptop() {
        Map<String, @Nullable Object> laptop = with(
                aSecretLaptop(),
                "tag",
                Map.of("epc", freshEpc().toLowerCase(java.util.Locale.ROOT), "tid", freshTid()));

        Response response = as("registrar").body(laptop).post(DEVICES);

        String id = response.path("id");
        response.then()
                .statusCode(201)
                .header("Location", equalTo(DEVICES + "/" + id))
                .header("ETag", equalTo("\"1\""))
                .body("ledgerNo", matchesPattern("CC-\\d{4}-\\d{6}"))
                .body("state", equalTo("IN_USE"))
                .body("version", equalTo(1))
                .body("registeredAt", notNullValue())
                .body("tag.epc", matchesPattern("[0-9A-F]{24}"));
        String read = as("member.rd")
                .get(DEVICES + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(read).isEqualTo(response.asString());
        assertThat(written.number("SELECT count(*) FROM register_entry WHERE subject = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void shouldTellTheOthersThroughTheRegister() {
        Map<String, @Nullable Object> laptop = aSecretLaptop();

        String id = registered(laptop);

        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> eventsOf(id), hasSize(1));
        Device told = eventsOf(id).getFirst();
        assertThat(told.getSerialNo()).isEqualTo(laptop.get("serialNo"));
        assertThat(told.getLevel()).isEqualTo("SECRET");
        assertThat(told.getClassified()).isTrue();
        assertThat(told.getEpc()).hasSize(24);
        assertThat(told.getVersion()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DESKTOP, true, CONFIDENTIAL, CC",
        "SERVER, false, INTERNAL, NC",
        "USB_DRIVE, true, SECRET, CM",
        "TAPE, false, UNCLASSIFIED, NM"
    })
    void shouldNumberEachLedgerByItself(String kind, boolean classified, String level, String ledger) {
        Map<String, @Nullable Object> device = with(with(aSecretLaptop(), "kind", kind), "level", level);

        int first = ordinal(register(with(device, "classified", classified)), ledger);
        device.put("serialNo", "SN-" + fresh());
        device.remove("tag");
        int second = ordinal(register(with(device, "classified", classified)), ledger);

        assertThat(second).isEqualTo(first + 1);
    }

    @Test
    void shouldStepOverANumberThatWasTakenOver() {
        int last = ordinal(register(anUnclassifiedDesktop()), "NC");
        int year = java.time.LocalDate.now(java.time.ZoneOffset.UTC).getYear();
        String next = String.format(java.util.Locale.ROOT, "NC-%d-%06d", year, last + 1);
        register(with(anUnclassifiedDesktop(), "ledgerNo", next))
                .statusCode(201)
                .body("ledgerNo", equalTo(next));

        int after = ordinal(register(anUnclassifiedDesktop()), "NC");

        assertThat(after).isEqualTo(last + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind",
                "classified",
                "level",
                "name",
                "manufacturer",
                "model",
                "serialNo",
                "departmentCode",
                "keeperNo"
            })
    void shouldRefuseADeviceWithout(String field) {
        refuses(with(aSecretLaptop(), field, null), 400, "INVALID_REQUEST", field, "REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "kind, TOASTER, UNKNOWN_KIND",
        "level, COSMIC, UNKNOWN_LEVEL",
        "classified, false, LEVEL_MISMATCH",
        "ledgerNo, ?!, MALFORMED_LEDGER_NO",
        "ledgerNo, NM-2026-000001, LEDGER_MISMATCH",
    })
    void shouldRefuseAMalformed(String field, String value, String code) {
        refuses(with(aSecretLaptop(), field, value), 400, "INVALID_REQUEST", field, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3034", "3034257BF400B7800004CB2G", "3034257BF400B7800004CB2F00", "0x34257BF400B7800004CB2F"
            })
    void shouldRefuseAnEpcThatIsNotHexOf96Or128Bits(String epc) {
        refuses(
                with(aSecretLaptop(), "tag", Map.of("epc", epc)),
                400,
                "INVALID_REQUEST",
                "tag.epc",
                epc.isEmpty() ? "REQUIRED" : "MALFORMED_EPC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"E280", "E2801160600", "E280116060000205G"})
    void shouldRefuseATidThatIsNotWholeWords(String tid) {
        refuses(
                with(aSecretLaptop(), "tag", Map.of("epc", freshEpc(), "tid", tid)),
                400,
                "INVALID_REQUEST",
                "tag.tid",
                "MALFORMED_TID");
    }

    @Test
    void shouldTellEverythingThatIsWrongAtOnce() {
        Map<String, @Nullable Object> wrong = new HashMap<>(Map.of(
                "kind", "TOASTER", "classified", true, "level", "SECRET", "name", "x".repeat(201), "tag", Map.of()));

        isProblem(register(wrong), 400, "INVALID_REQUEST")
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "kind",
                                "name",
                                "manufacturer",
                                "model",
                                "serialNo",
                                "departmentCode",
                                "keeperNo",
                                "tag.epc"));
    }

    @ParameterizedTest
    @CsvSource({
        "departmentCode, NOWHERE, UNKNOWN_DEPARTMENT",
        "keeperNo, P9999, UNKNOWN_KEEPER",
        "cabinetCode, CAB-999, UNKNOWN_CABINET",
        "keeperNo, P0201, KEEPER_NOT_CLEARED"
    })
    void shouldRefuseByRule(String field, String value, String code) {
        refuses(with(aSecretLaptop(), field, value), 422, "RULE_VIOLATED", field, code);
    }

    @Test
    void shouldRefuseALevelAboveTheRegistrarsClearance() {
        DemoWorld.person("P0900", "junior", "HQ", Level.CONFIDENTIAL);
        String junior = Tokens.with("junior", Roles.IT_STAFF);
        Awaitility.await()
                .until(() -> given().auth().oauth2(junior).get(DEVICES).statusCode() == 200);

        written.nothingBy(() -> isProblemOf(
                given().auth()
                        .oauth2(junior)
                        .contentType(ContentType.JSON)
                        .body(aSecretLaptop())
                        .post(DEVICES)
                        .then(),
                422,
                "RULE_VIOLATED",
                "level",
                "ABOVE_CLEARANCE"));
    }

    @Test
    void shouldRefuseWhatAnotherDeviceHas() {
        Map<String, @Nullable Object> first = with(aSecretLaptop(), "usbUniqueId", "USB-" + fresh());
        String ledgerNo = register(first).statusCode(201).extract().path("ledgerNo");
        Map<String, @Nullable Object> second = new HashMap<>(first);
        second.put("manufacturer", "LENOVO");
        second.put("ledgerNo", ledgerNo.toLowerCase(java.util.Locale.ROOT));

        written.nothingBy(() -> isProblem(register(second), 409, "DUPLICATE_SERIAL")
                .body(
                        "violations.collect { it.field + ' ' + it.code }",
                        containsInAnyOrder(
                                "serialNo DUPLICATE_SERIAL",
                                "ledgerNo DUPLICATE_LEDGER_NO",
                                "tag.epc DUPLICATE_EPC",
                                "tag.tid DUPLICATE_TID",
                                "usbUniqueId DUPLICATE_USB_ID")));
    }

    @Test
    void shouldAnswerARepeatedIdempotencyKeyAsTheFirstTime() {
        Map<String, @Nullable Object> laptop = aSecretLaptop();
        String key = "register-" + fresh();
        Response first =
                as("registrar").header("Idempotency-Key", key).body(laptop).post(DEVICES);
        first.then().statusCode(201);

        written.nothingBy(() -> {
            Response again =
                    as("registrar").header("Idempotency-Key", key).body(laptop).post(DEVICES);
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
            isProblem(
                    as("registrar")
                            .header("Idempotency-Key", key)
                            .body(aSecretLaptop())
                            .post(DEVICES)
                            .then(),
                    409,
                    "IDEMPOTENCY_KEY_REUSED");
        });
    }

    @Test
    void shouldJudgeARefusedRequestAgain() {
        String key = "refused-" + fresh();
        Map<String, @Nullable Object> laptop = aSecretLaptop();
        isProblem(
                as("registrar")
                        .header("Idempotency-Key", key)
                        .body(with(laptop, "name", null))
                        .post(DEVICES)
                        .then(),
                400,
                "INVALID_REQUEST");

        as("registrar")
                .header("Idempotency-Key", key)
                .body(laptop)
                .post(DEVICES)
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "leader", "manager", "member.rd", "guard", "sysadmin", "secadmin", "auditor"})
    void shouldLetNobodyButItStaffRegister(String user) {
        written.nothingBy(
                () -> isProblem(as(user).body(aSecretLaptop()).post(DEVICES).then(), 403, "FORBIDDEN"));
    }

    @Test
    void shouldRefuseWhoIsNotSignedIn() {
        written.nothingBy(() -> isProblem(
                given().contentType(ContentType.JSON)
                        .body(aSecretLaptop())
                        .post(DEVICES)
                        .then(),
                401,
                "UNAUTHENTICATED"));
    }

    @ParameterizedTest
    @CsvSource({"'{', MALFORMED_JSON", "'{\"colour\":\"red\"}', INVALID_REQUEST", "'null', INVALID_REQUEST"})
    void shouldRefuseABodyThatIsNoDevice(String body, String code) {
        written.nothingBy(
                () -> isProblem(as("registrar").body(body).post(DEVICES).then(), 400, code));
    }

    @Test
    void shouldKeepTheOtherFieldsAsTheyWereWritten() {
        Map<String, @Nullable Object> drive = with(aSecretLaptop(), "kind", "USB_DRIVE");
        drive.put("diskSerialNo", "  WD-1  ");
        drive.put("usbUniqueId", "VID_0951-" + fresh());
        drive.remove("cabinetCode");
        drive.remove("tag");

        String id = registered(drive);

        as("registrar")
                .get(DEVICES + "/" + id)
                .then()
                .body("diskSerialNo", equalTo("WD-1"))
                .body("usbUniqueId", equalTo(drive.get("usbUniqueId")))
                .body("containsKey('cabinetCode')", equalTo(false))
                .body("containsKey('tag')", equalTo(false));
    }

    private void refuses(Map<String, @Nullable Object> body, int status, String code, String field, String violation) {
        written.nothingBy(() -> isProblemOf(register(body), status, code, field, violation));
    }

    private static List<Device> eventsOf(String id) {
        return TestKafka.readRecords(Topic.DEVICES_REGISTER).stream()
                .filter(entry -> entry.key().equals(id))
                .map(entry -> event(entry.value()))
                .toList();
    }

    private static Device event(byte[] entry) {
        try {
            return RegisterEntry.parseFrom(entry)
                    .getEvent()
                    .unpack(DeviceRegistered.class)
                    .getDevice();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
