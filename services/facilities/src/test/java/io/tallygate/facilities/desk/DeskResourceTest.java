package io.tallygate.facilities.desk;

import static io.restassured.RestAssured.given;
import static io.tallygate.facilities.Calls.DESKS;
import static io.tallygate.facilities.Calls.PORTALS;
import static io.tallygate.facilities.Calls.aRoom;
import static io.tallygate.facilities.Calls.as;
import static io.tallygate.facilities.Calls.asToken;
import static io.tallygate.facilities.Calls.fresh;
import static io.tallygate.facilities.Calls.isProblem;
import static io.tallygate.facilities.Calls.isProblemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Desk;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.facilities.Written;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Desks where tags are enrolled. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class DeskResourceTest {

    private static final String BODY = """
            {"code": "%1$s", "roomCode": "%2$s", "reader": {"host": "127.0.0.1", "port": %3$d, "tls": false},
             "antennas": [2, 1], "weakestDbm": -55.5}""";

    private static final String PORTAL = """
            {"code": "%1$s", "roomCode": "%2$s", "reader": {"host": "127.0.0.1", "port": %3$d, "tls": false},
             "antennas": [{"id": 3, "zone": "OUTSIDE"}, {"id": 1, "zone": "INSIDE"}],
             "gpo": {"alarm": 1}, "alarmSeconds": 5, "failMode": "SECURE"}""";

    @Inject
    Written written;

    @Test
    void shouldSetADeskUpAndTellTheBridgeButNotAsAPortal() {
        int number = fresh();
        String code = "D-" + number;

        put(code, null, aDesk(code, aRoom(), number))
                .statusCode(201)
                .header("Location", endsWith(DESKS + "/" + code))
                .header("ETag", "\"0\"")
                .body("reader.port", equalTo(number))
                .body("antennas", equalTo(List.of(1, 2)))
                .body("weakestDbm", equalTo(-55.5f))
                .body("version", equalTo(0));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(TestKafka.read(Topic.FACILITIES_DESKS, Desk.parser()))
                        .anySatisfy(desk -> {
                            assertThat(desk.getCode()).isEqualTo(code);
                            assertThat(desk.getReader().getPort()).isEqualTo(number);
                            assertThat(desk.getAntennasList()).containsExactly(1, 2);
                            assertThat(desk.getWeakestDbm()).isEqualTo(-55.5);
                        }));
        assertThat(TestKafka.read(Topic.FACILITIES_PORTALS, Portal.parser()))
                .extracting(Portal::getCode)
                .doesNotContain(code);
        isProblem(as("manager").get(PORTALS + "/" + code).then(), 404, "NOT_FOUND");
    }

    @Test
    void shouldChangeADeskOnlyFromItsNewestVersion() {
        int number = fresh();
        String code = "D-" + number;
        String body = aDesk(code, aRoom(), number);
        put(code, null, body).statusCode(201);
        String every = body.replace(", \"weakestDbm\": -55.5", "");

        written.nothingBy(() -> isProblem(put(code, null, every), 428, "PRECONDITION_REQUIRED"));
        written.nothingBy(() -> isProblem(put(code, 7, every), 412, "PRECONDITION_FAILED"));
        written.nothingBy(() -> put(code, 0, body).statusCode(200).header("ETag", "\"0\""));
        put(code, 0, every).statusCode(200).header("ETag", "\"1\"").body("weakestDbm", nullValue());
        written.nothingBy(() -> isProblem(put("D-" + fresh(), 0, body), 400, "INVALID_REQUEST"));
    }

    @Test
    void shouldNeverShareAReaderWithAPortalOrAnotherDesk() {
        int ofDesk = fresh();
        int ofPortal = fresh();
        String room = aRoom();
        String portal = "P-" + ofPortal;
        put("D-" + ofDesk, null, aDesk("D-" + ofDesk, room, ofDesk)).statusCode(201);
        putPortal(portal, PORTAL.formatted(portal, room, ofPortal)).statusCode(201);
        String other = "D-" + fresh();
        String otherPortal = "P-" + fresh();

        written.nothingBy(() -> {
            isTaken(put(other, null, aDesk(other, room, ofDesk)));
            isTaken(put(other, null, aDesk(other, room, ofPortal)));
            isTaken(putPortal(otherPortal, PORTAL.formatted(otherPortal, room, ofDesk)));
        });
    }

    /** Each sees no holder, unless they take turns. */
    @Test
    void shouldGiveAReaderToOneOfAPortalAndADeskThatClaimItAtOnce() throws Exception {
        String room = aRoom();
        try (ExecutorService claimants = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                int number = fresh();
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Integer> desk = claimants.submit(() -> {
                    together.await();
                    return statusOf(put("D-" + number, null, aDesk("D-" + number, room, number)));
                });
                Future<Integer> portal = claimants.submit(() -> {
                    together.await();
                    return statusOf(putPortal("P-" + number, PORTAL.formatted("P-" + number, room, number)));
                });

                assertThat(List.of(desk.get(), portal.get())).containsExactlyInAnyOrder(201, 409);
            }
        }
    }

    private static int statusOf(ValidatableResponse response) {
        return response.extract().statusCode();
    }

    private static void isTaken(ValidatableResponse response) {
        isProblemOf(response, 409, "DUPLICATE_READER", "reader", "DUPLICATE_READER");
    }

    @Test
    void shouldRefuseARoomThatIsNotThere() {
        written.nothingBy(() -> isProblemOf(
                put("D-1", null, aDesk("D-1", "R-NONE", fresh())), 422, "RULE_VIOLATED", "roomCode", "UNKNOWN_ROOM"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"code\": \"D-1\"|\"code\": \"D-2\"|code|MISMATCH",
                "\"roomCode\": \"R-1\",||roomCode|REQUIRED",
                "\"127.0.0.1\"|\"-bad host-\"|reader.host|MALFORMED",
                "\"port\": 5084|\"port\": 0|reader.port|OUT_OF_RANGE",
                "[2, 1]|[]|antennas|MALFORMED",
                "[2, 1]|null|antennas|REQUIRED",
                "[2, 1]|[2, 2]|antennas[1]|DUPLICATE_ANTENNA",
                "[2, 1]|[2, 65]|antennas[1]|OUT_OF_RANGE",
                "[2, 1]|[0]|antennas[0]|OUT_OF_RANGE",
                "[2, 1]|[null]|antennas[0]|REQUIRED",
                "-55.5|-121|weakestDbm|OUT_OF_RANGE",
                "-55.5|1|weakestDbm|OUT_OF_RANGE",
            })
    void shouldRefuseAMalformedDesk(String part, @Nullable String instead, String field, String violation) {
        String body = aDesk("D-1", "R-1", 5084).replace(part, instead == null ? "" : instead);

        written.nothingBy(() -> isProblemOf(put("D-1", null, body), 400, "INVALID_REQUEST", field, violation));
    }

    @Test
    void shouldRefuseADeskWithoutReaderOrBody() {
        isProblemOf(put("D-1", null, "{}"), 400, "INVALID_REQUEST", "reader", "REQUIRED");
        isProblemOf(put("d_1", null, "{}"), 400, "INVALID_REQUEST", "code", "MALFORMED");
        isProblem(as("manager").put(DESKS + "/D-1").then(), 400, "INVALID_REQUEST");
    }

    @Test
    void shouldTellTheRegistrarWhichDesksThereAreWithoutTheirReaders() {
        int number = fresh();
        String code = "D-" + number;
        put(code, null, aDesk(code, aRoom(), number)).statusCode(201);
        String inList = "items.find { it.code == '" + code + "' }";

        as("registrar").get(DESKS + "/" + code).then().statusCode(200).body("reader", nullValue());
        as("registrar")
                .queryParam("limit", 500)
                .get(DESKS)
                .then()
                .body(inList + ".antennas", equalTo(List.of(1, 2)))
                .body(inList + ".reader", nullValue());
        as("sysadmin").get(DESKS + "/" + code).then().body("reader.host", equalTo("127.0.0.1"));
        as("manager").queryParam("limit", 500).get(DESKS).then().body(inList + ".reader.port", equalTo(number));
        isProblem(as("registrar").get(DESKS + "/D-NONE").then(), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "leader", "member.rd", "guard", "secadmin", "auditor"})
    void shouldShowDesksToNobodyElse(String user) {
        isProblem(as(user).get(DESKS).then(), 403, "FORBIDDEN");
        isProblem(as(user).get(DESKS + "/D-1").then(), 403, "FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "officer", "leader", "member.rd", "guard", "sysadmin", "secadmin", "auditor"})
    void shouldLetOnlyFacilityManagersConfigure(String user) {
        String room = aRoom();

        written.nothingBy(() -> isProblem(
                as(user).body(aDesk("D-1", room, fresh())).put(DESKS + "/D-1").then(), 403, "FORBIDDEN"));
    }

    @Test
    void shouldRefuseStrangersAndThoseWhoHaveLeft() {
        String room = aRoom();
        isProblem(given().get(DESKS).then(), 401, "UNAUTHENTICATED");
        written.nothingBy(() -> isProblem(
                asToken(Tokens.with("has.left", "facility-manager"))
                        .body(aDesk("D-1", room, fresh()))
                        .put(DESKS + "/D-1")
                        .then(),
                403,
                "UNKNOWN_PERSON"));
    }

    private static String aDesk(String code, String roomCode, int port) {
        return BODY.formatted(code, roomCode, port);
    }

    private static ValidatableResponse put(String code, @Nullable Integer version, String body) {
        Map<String, Object> headers = version == null ? Map.of() : Map.of("If-Match", "\"" + version + "\"");
        return as("manager").headers(headers).body(body).put(DESKS + "/" + code).then();
    }

    private static ValidatableResponse putPortal(String code, String body) {
        return as("manager").body(body).put(PORTALS + "/" + code).then();
    }
}
