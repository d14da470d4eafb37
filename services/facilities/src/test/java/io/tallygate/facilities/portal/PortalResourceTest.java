package io.tallygate.facilities.portal;

import static io.restassured.RestAssured.given;
import static io.tallygate.facilities.Calls.PORTALS;
import static io.tallygate.facilities.Calls.aRoom;
import static io.tallygate.facilities.Calls.as;
import static io.tallygate.facilities.Calls.asToken;
import static io.tallygate.facilities.Calls.fresh;
import static io.tallygate.facilities.Calls.isProblem;
import static io.tallygate.facilities.Calls.isProblemOf;
import static io.tallygate.facilities.portal.PortalCalls.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Antenna;
import io.tallygate.contracts.facilities.v1.FailMode;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.facilities.v1.Zone;
import io.tallygate.facilities.Written;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class PortalResourceTest {

    private static final String PIN = "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08";

    @Inject
    Written written;

    @Test
    void shouldPutAPortalUpAndTellTheGate() {
        int number = fresh();
        String code = "P-" + number;

        put(code, null, aPortal(code, aRoom(), number))
                .statusCode(201)
                .header("Location", endsWith(PORTALS + "/" + code))
                .header("ETag", "\"0\"")
                .body("reader.port", equalTo(number))
                .body("antennas.id", equalTo(List.of(1, 3)))
                .body("maxReplicaAgeSeconds", equalTo(300))
                .body("version", equalTo(0));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(TestKafka.read(Topic.FACILITIES_PORTALS, Portal.parser()))
                        .anySatisfy(portal -> {
                            assertThat(portal.getCode()).isEqualTo(code);
                            assertThat(portal.getReader().getPort()).isEqualTo(number);
                            assertThat(portal.getFailMode()).isEqualTo(FailMode.SECURE);
                            assertThat(portal.getAntennasList())
                                    .extracting(Antenna::getZone)
                                    .containsExactly(Zone.INSIDE, Zone.OUTSIDE);
                            assertThat(portal.getActive()).isTrue();
                        }));
    }

    @Test
    void shouldTellTheGateHowToNoticeThatItIsBlindAndWhichReaderToTrust() {
        int number = fresh();
        String code = "P-" + number;
        String body = aPortal(code, aRoom(), number)
                .replace("\"tls\": false", "\"tls\": true, \"tlsPinSha256\": \"" + colons(PIN) + "\"")
                .replace(
                        "\"SECURE\"",
                        "\"SECURE\", \"sight\": {\"referenceEpc\": \"3034abcd\", \"minReadsPerMinute\": 120}");

        put(code, null, body)
                .statusCode(201)
                .body("reader.tlsPinSha256", equalTo(PIN))
                .body("sight.referenceEpc", equalTo("3034ABCD"))
                .body("sight.referenceEpcUri", equalTo("urn:epc:raw:32.x3034ABCD"))
                .body("sight.minReadsPerMinute", equalTo(120));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(TestKafka.read(Topic.FACILITIES_PORTALS, Portal.parser()))
                        .anySatisfy(portal -> {
                            assertThat(portal.getCode()).isEqualTo(code);
                            assertThat(portal.getReader().getTlsPinSha256()).isEqualTo(PIN);
                            assertThat(portal.getReferenceEpc()).isEqualTo("3034ABCD");
                            assertThat(portal.getMinReadsPerMinute()).isEqualTo(120);
                        }));
        as("manager").get(PORTALS + "/" + code).then().body("sight.minReadsPerMinute", equalTo(120));
    }

    @Test
    void shouldTakeTheReferenceTagByItsNameAndTellIt() {
        int number = fresh();
        String code = "P-" + number;
        String name = "urn:epc:id:giai:0614141.10000001";
        String body = aPortal(code, aRoom(), number)
                .replace(
                        "\"SECURE\"",
                        "\"SECURE\", \"sight\": {\"referenceEpc\": \"" + name
                                + "\", \"referenceEpcUri\": \"not looked at\"}");

        put(code, null, body)
                .statusCode(201)
                .body("sight.referenceEpc", equalTo("3414257BF400000000989681"))
                .body("sight.referenceEpcUri", equalTo(name));
        as("guard").get(PORTALS + "/" + code).then().statusCode(200).body("sight", nullValue());
    }

    private static String colons(String hex) {
        return hex.toLowerCase(java.util.Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
    }

    @Test
    void shouldChangeAPortalOnlyFromItsNewestVersion() {
        int number = fresh();
        String code = "P-" + number;
        String body = aPortal(code, aRoom(), number);
        put(code, null, body).statusCode(201);
        String open = body.replace("SECURE", "OPEN");

        written.nothingBy(() -> isProblem(put(code, null, open), 428, "PRECONDITION_REQUIRED"));
        written.nothingBy(() -> isProblem(put(code, 7, open), 412, "PRECONDITION_FAILED"));
        written.nothingBy(() -> put(code, 0, body).statusCode(200).header("ETag", "\"0\""));
        put(code, 0, open).statusCode(200).header("ETag", "\"1\"").body("failMode", equalTo("OPEN"));
        written.nothingBy(() -> isProblem(put(code, 0, open), 412, "PRECONDITION_FAILED"));
        as("manager").get(PORTALS + "/" + code).then().header("ETag", "\"1\"").body("failMode", equalTo("OPEN"));
    }

    @Test
    void shouldRefuseAChangeOfAPortalThatIsNotThere() {
        int number = fresh();
        String room = aRoom();

        written.nothingBy(() ->
                isProblem(put("P-" + number, 0, aPortal("P-" + number, room, number)), 412, "PRECONDITION_FAILED"));
    }

    @Test
    void shouldRefuseAReaderThatAnotherPortalHas() {
        int number = fresh();
        String room = aRoom();
        put("P-" + number, null, aPortal("P-" + number, room, number).replace("127.0.0.1", "Reader.local"))
                .statusCode(201);
        String other = "P-" + fresh();

        written.nothingBy(() -> isProblemOf(
                put(other, null, aPortal(other, room, number).replace("127.0.0.1", "reader.LOCAL")),
                409,
                "DUPLICATE_READER",
                "reader",
                "DUPLICATE_READER"));
    }

    @Test
    void shouldRefuseARoomThatIsNotThere() {
        written.nothingBy(() -> isProblemOf(
                put("P-1", null, aPortal("P-1", "R-NONE", fresh())), 422, "RULE_VIOLATED", "roomCode", "UNKNOWN_ROOM"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"code\": \"P-1\"|\"code\": \"P-2\"|code|MISMATCH",
                "\"roomCode\": \"R-1\",||roomCode|REQUIRED",
                "\"127.0.0.1\"|\"-bad host-\"|reader.host|MALFORMED",
                "\"127.0.0.1\"|null|reader.host|REQUIRED",
                "\"port\": 5084|\"port\": 0|reader.port|OUT_OF_RANGE",
                "\"port\": 5084|\"port\": 65536|reader.port|OUT_OF_RANGE",
                "\"port\": 5084|\"port\": \"x\"|reader.port|MALFORMED",
                "\"INSIDE\"|\"OUTSIDE\"|antennas|NO_INSIDE_ANTENNA",
                "\"OUTSIDE\"|\"INSIDE\"|antennas|NO_OUTSIDE_ANTENNA",
                "\"INSIDE\"|\"ABOVE\"|antennas[1].zone|UNKNOWN_ZONE",
                "\"id\": 1|\"id\": 3|antennas[1].id|DUPLICATE_ANTENNA",
                "\"id\": 1|\"id\": 65|antennas[1].id|OUT_OF_RANGE",
                "\"id\": 1|\"id\": 0|antennas[1].id|OUT_OF_RANGE",
                "{\"alarm\": 1}|{\"alarm\": 9}|gpo.alarm|OUT_OF_RANGE",
                "{\"alarm\": 1}|null|gpo.alarm|REQUIRED",
                "\"alarmSeconds\": 5|\"alarmSeconds\": 0|alarmSeconds|OUT_OF_RANGE",
                "\"alarmSeconds\": 5|\"alarmSeconds\": 601|alarmSeconds|OUT_OF_RANGE",
                "\"SECURE\"|\"MAYBE\"|failMode|UNKNOWN_FAIL_MODE",
                "\"SECURE\"|\"SECURE\", \"maxReplicaAgeSeconds\": 0|maxReplicaAgeSeconds|OUT_OF_RANGE",
                "\"tls\": false|\"tls\": true, \"tlsPinSha256\": \"9F86\"|reader.tlsPinSha256|MALFORMED",
                "\"tls\": false|\"tls\": false, \"tlsPinSha256\": \"" + PIN + "\"|reader.tlsPinSha256|NEEDS_TLS",
                "\"SECURE\"|\"SECURE\", \"sight\": {\"referenceEpc\": \"303\"}|sight.referenceEpc|MALFORMED",
                "\"SECURE\"|\"SECURE\", \"sight\": {\"referenceEpc\": \"urn:epc:id:x:1.2\"}|sight.referenceEpc|MALFORMED",
                "\"SECURE\"|\"SECURE\", \"sight\": {\"minReadsPerMinute\": -1}|sight.minReadsPerMinute|OUT_OF_RANGE",
                "\"SECURE\"|\"SECURE\", \"sight\": {\"minReadsPerMinute\": 60001}|sight.minReadsPerMinute|OUT_OF_RANGE",
                "\"SECURE\"|\"SECURE\", \"sight\": {\"minReadsPerMinute\": 59}|sight.minReadsPerMinute|FLOOR_TOO_LOW",
            })
    void shouldRefuseAMalformedPortal(String part, @Nullable String instead, String field, String violation) {
        String body = aPortal("P-1", "R-1", 5084).replace(part, instead == null ? "" : instead);

        written.nothingBy(() -> isProblemOf(put("P-1", null, body), 400, "INVALID_REQUEST", field, violation));
    }

    @Test
    void shouldRefuseAPortalWithoutReaderOrAntennasOrBody() {
        isProblemOf(put("P-1", null, "{}"), 400, "INVALID_REQUEST", "reader", "REQUIRED");
        isProblemOf(put("P-1", null, "{}"), 400, "INVALID_REQUEST", "antennas", "REQUIRED");
        isProblemOf(put("p_1", null, "{}"), 400, "INVALID_REQUEST", "code", "MALFORMED");
        isProblem(as("manager").put(PORTALS + "/P-1").then(), 400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "officer", "leader", "member.rd", "guard"})
    void shouldTellTheReadersAddressOnlyToThoseWhoRunIt(String user) {
        int number = fresh();
        String code = "P-" + number;
        put(code, null, aPortal(code, aRoom(), number)).statusCode(201);
        String inList = "items.find { it.code == '" + code + "' }";

        as(user).get(PORTALS + "/" + code)
                .then()
                .statusCode(200)
                .body("code", equalTo(code))
                .body("reader", nullValue());
        as(user).queryParam("limit", 500)
                .get(PORTALS)
                .then()
                .body(inList + ".failMode", equalTo("SECURE"))
                .body(inList + ".reader", nullValue());
        as("sysadmin").get(PORTALS + "/" + code).then().body("reader.host", equalTo("127.0.0.1"));
        as("manager").queryParam("limit", 500).get(PORTALS).then().body(inList + ".reader.port", equalTo(number));
    }

    /** Whoever knows the reference tag can keep the gate content with a copy of it. */
    @ParameterizedTest
    @ValueSource(strings = {"registrar", "officer", "leader", "member.rd", "guard"})
    void shouldTellHowAPortalNoticesItsBlindnessOnlyToThoseWhoRunIt(String user) {
        int number = fresh();
        String code = "P-" + number;
        String body = aPortal(code, aRoom(), number)
                .replace(
                        "\"SECURE\"",
                        "\"SECURE\", \"sight\": {\"referenceEpc\": \"3034ABCD\", \"minReadsPerMinute\": 60}");
        put(code, null, body).statusCode(201);
        String inList = "items.find { it.code == '" + code + "' }";

        String one = as(user).get(PORTALS + "/" + code)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(one).contains(code).doesNotContain("sight").doesNotContain("3034ABCD");
        String list =
                as(user).queryParam("limit", 500).get(PORTALS).then().extract().asString();
        assertThat(list).contains(code).doesNotContain("sight").doesNotContain("3034ABCD");
        as("sysadmin").get(PORTALS + "/" + code).then().body("sight.referenceEpc", equalTo("3034ABCD"));
        as("manager")
                .queryParam("limit", 500)
                .get(PORTALS)
                .then()
                .body(inList + ".sight.minReadsPerMinute", equalTo(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "officer", "leader", "member.rd", "guard", "sysadmin", "secadmin", "auditor"})
    void shouldLetOnlyFacilityManagersConfigure(String user) {
        String room = aRoom();

        written.nothingBy(() -> isProblem(
                as(user).body(aPortal("P-1", room, fresh()))
                        .put(PORTALS + "/P-1")
                        .then(),
                403,
                "FORBIDDEN"));
    }

    @Test
    void shouldRefuseStrangersAndThoseWhoSeeNoPortals() {
        String room = aRoom();
        isProblem(given().get(PORTALS).then(), 401, "UNAUTHENTICATED");
        isProblem(as("secadmin").get(PORTALS).then(), 403, "FORBIDDEN");
        isProblem(as("auditor").get(PORTALS + "/P-1").then(), 403, "FORBIDDEN");
        isProblem(as("guard").get(PORTALS + "/P-NONE").then(), 404, "NOT_FOUND");
        written.nothingBy(() -> isProblem(
                asToken(Tokens.with("has.left", "facility-manager"))
                        .body(aPortal("P-1", room, fresh()))
                        .put(PORTALS + "/P-1")
                        .then(),
                403,
                "UNKNOWN_PERSON"));
    }

    private static String aPortal(String code, String roomCode, int port) {
        return PortalCalls.aPortal(code, roomCode, port, "");
    }
}
