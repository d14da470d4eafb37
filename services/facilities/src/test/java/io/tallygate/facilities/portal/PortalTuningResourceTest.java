package io.tallygate.facilities.portal;

import static io.tallygate.facilities.Calls.PORTALS;
import static io.tallygate.facilities.Calls.aRoom;
import static io.tallygate.facilities.Calls.as;
import static io.tallygate.facilities.Calls.fresh;
import static io.tallygate.facilities.Calls.isProblemOf;
import static io.tallygate.facilities.portal.PortalCalls.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Antenna;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.facilities.Written;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a portal's detector is tuned. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class PortalTuningResourceTest {

    private static final String PLAIN = """
            {"code": "%1$s", "roomCode": "%2$s", "reader": {"host": "127.0.0.1", "port": %3$d, "tls": false},
             "antennas": [{"id": 3, "zone": "OUTSIDE"}, {"id": 1, "zone": "INSIDE"}],
             "gpo": {"alarm": 1}, "alarmSeconds": 5, "failMode": "SECURE"}""";

    private static final String TUNED = """
            {"code": "%1$s", "roomCode": "%2$s",
             "reader": {"host": "127.0.0.1", "port": %3$d, "tls": false, "transmitPowerDbm": 27.5},
             "antennas": [{"id": 3, "zone": "OUTSIDE", "strayDbm": -64.5, "transmitPowerDbm": 24},
                          {"id": 1, "zone": "INSIDE", "offsetDb": 2.5}],
             "gpo": {"alarm": 1}, "alarmSeconds": 5, "failMode": "SECURE",
             "tuning": {"certainty": 0.8, "leastSwingDb": 9}}""";

    @Inject
    Written written;

    @Test
    void shouldKeepTheTuningAndTellTheGate() {
        int number = fresh();
        String code = "P-" + number;

        isTuned(put(code, null, tuned(code, aRoom(), number)).statusCode(201));

        isTuned(as("manager").get(PORTALS + "/" + code).then().statusCode(200));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(TestKafka.read(Topic.FACILITIES_PORTALS, Portal.parser()))
                        .filteredOn(portal -> portal.getCode().equals(code))
                        .singleElement()
                        .satisfies(PortalTuningResourceTest::isTuned));
    }

    private static void isTuned(ValidatableResponse answer) {
        answer.body("tuning", equalTo(Map.of("certainty", 0.8f, "leastSwingDb", 9.0f)))
                .body("antennas[0]", equalTo(Map.of("id", 1, "zone", "INSIDE", "offsetDb", 2.5f)))
                .body(
                        "antennas[1]",
                        equalTo(Map.of("id", 3, "zone", "OUTSIDE", "strayDbm", -64.5f, "transmitPowerDbm", 24.0f)))
                .body("reader.transmitPowerDbm", equalTo(27.5f));
    }

    private static void isTuned(Portal portal) {
        assertThat(portal.getTuning().getCertainty()).isEqualTo(0.8);
        assertThat(portal.getTuning().hasLeadMetres()).isFalse();
        assertThat(portal.getTuning().getLeastSwingDb()).isEqualTo(9);
        Antenna inside = portal.getAntennas(0);
        Antenna outside = portal.getAntennas(1);
        assertThat(inside.getOffsetDb()).isEqualTo(2.5);
        assertThat(inside.hasStrayDbm()).isFalse();
        assertThat(outside.getStrayDbm()).isEqualTo(-64.5);
        assertThat(outside.hasOffsetDb()).isFalse();
        assertThat(portal.getReader().getTransmitPowerDbm()).isEqualTo(27.5);
        assertThat(outside.getTransmitPowerDbm()).isEqualTo(24);
        assertThat(inside.hasTransmitPowerDbm()).isFalse();
    }

    @Test
    void shouldBeStandardWhereNothingIsSaid() {
        int number = fresh();
        String code = "P-" + number;
        String room = aRoom();

        isStandard(put(code, null, plain(code, room, number)).statusCode(201));
        isTuned(put(code, 0, tuned(code, room, number)).statusCode(200));
        isStandard(put(code, 1, plain(code, room, number).replace("\"SECURE\"", "\"SECURE\", \"tuning\": {}"))
                .statusCode(200));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        TestKafka.read(Topic.FACILITIES_PORTALS, Portal.parser()))
                .filteredOn(portal -> portal.getCode().equals(code))
                .extracting(Portal::hasTuning, portal -> portal.getReader().hasTransmitPowerDbm())
                .containsExactly(tuple(false, false), tuple(true, true), tuple(false, false)));
    }

    private static void isStandard(ValidatableResponse answer) {
        answer.body("tuning", nullValue())
                .body("reader", not(hasKey("transmitPowerDbm")))
                .body("antennas[0]", equalTo(Map.of("id", 1, "zone", "INSIDE")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "registrar", "member.rd"})
    void shouldNotTellOthersWhatTheGateOverlooks(String user) {
        int number = fresh();
        String code = "P-" + number;
        put(code, null, tuned(code, aRoom(), number)).statusCode(201);

        as(user).get(PORTALS + "/" + code)
                .then()
                .statusCode(200)
                .body("tuning", nullValue())
                .body(
                        "antennas",
                        equalTo(List.of(Map.of("id", 1, "zone", "INSIDE"), Map.of("id", 3, "zone", "OUTSIDE"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"certainty\": 0.8|\"certainty\": 0.49|tuning.certainty|OUT_OF_RANGE",
                "\"certainty\": 0.8|\"certainty\": 1|tuning.certainty|OUT_OF_RANGE",
                "\"certainty\": 0.8|\"certainty\": \"x\"|tuning.certainty|MALFORMED",
                "\"certainty\": 0.8|\"leadMetres\": -0.1|tuning.leadMetres|OUT_OF_RANGE",
                "\"certainty\": 0.8|\"leadMetres\": 0.6|tuning.leadMetres|OUT_OF_RANGE",
                "\"certainty\": 0.8|\"fadeDb\": 1.9|tuning.fadeDb|OUT_OF_RANGE",
                "\"certainty\": 0.8|\"fadeDb\": 15.1|tuning.fadeDb|OUT_OF_RANGE",
                "\"leastSwingDb\": 9|\"leastSwingDb\": -1|tuning.leastSwingDb|OUT_OF_RANGE",
                "\"leastSwingDb\": 9|\"leastSwingDb\": 31|tuning.leastSwingDb|OUT_OF_RANGE",
                "\"strayDbm\": -64.5|\"strayDbm\": -121|antennas[0].strayDbm|OUT_OF_RANGE",
                "\"strayDbm\": -64.5|\"strayDbm\": 1|antennas[0].strayDbm|OUT_OF_RANGE",
                "\"offsetDb\": 2.5|\"offsetDb\": -31|antennas[1].offsetDb|OUT_OF_RANGE",
                "\"offsetDb\": 2.5|\"offsetDb\": 31|antennas[1].offsetDb|OUT_OF_RANGE",
                "\"transmitPowerDbm\": 27.5|\"transmitPowerDbm\": -10.5|reader.transmitPowerDbm|OUT_OF_RANGE",
                "\"transmitPowerDbm\": 27.5|\"transmitPowerDbm\": 41|reader.transmitPowerDbm|OUT_OF_RANGE",
                "\"transmitPowerDbm\": 27.5|\"transmitPowerDbm\": \"full\"|reader.transmitPowerDbm|MALFORMED",
                "\"transmitPowerDbm\": 24|\"transmitPowerDbm\": 40.5|antennas[0].transmitPowerDbm|OUT_OF_RANGE",
            })
    void shouldRefuseFiguresOutOfBounds(String part, String instead, String field, String violation) {
        String body = tuned("P-1", "R-1", 5084).replace(part, instead);

        written.nothingBy(() -> isProblemOf(put("P-1", null, body), 400, "INVALID_REQUEST", field, violation));
    }

    private static String plain(String code, String roomCode, int port) {
        return PLAIN.formatted(code, roomCode, port);
    }

    private static String tuned(String code, String roomCode, int port) {
        return TUNED.formatted(code, roomCode, port);
    }
}
