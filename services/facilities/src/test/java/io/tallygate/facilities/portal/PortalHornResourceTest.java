package io.tallygate.facilities.portal;

import static io.tallygate.facilities.Calls.PORTALS;
import static io.tallygate.facilities.Calls.aRoom;
import static io.tallygate.facilities.Calls.as;
import static io.tallygate.facilities.Calls.fresh;
import static io.tallygate.facilities.Calls.isProblemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.facilities.Written;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contact of the horn, wired back to an input of the portal's reader. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class PortalHornResourceTest {

    private static final String BODY = """
            {"code": "%1$s", "roomCode": "%2$s", "reader": {"host": "127.0.0.1", "port": %3$d, "tls": false},
             "antennas": [{"id": 3, "zone": "OUTSIDE"}, {"id": 1, "zone": "INSIDE"}],
             "gpo": {"alarm": 1}, "alarmSeconds": 5, "failMode": "SECURE"%4$s}""";

    @Inject
    Written written;

    @Test
    void shouldKeepTheContactTellTheGateAndTakeItAwayAgain() {
        int number = fresh();
        String code = "P-" + number;
        String room = aRoom();

        put(code, null, body(code, room, number, ", \"hornFeedbackGpi\": 2"))
                .statusCode(201)
                .body("hornFeedbackGpi", equalTo(2));
        as("manager").get(PORTALS + "/" + code).then().statusCode(200).body("hornFeedbackGpi", equalTo(2));
        put(code, 0, body(code, room, number, "")).statusCode(200).body("", not(hasKey("hornFeedbackGpi")));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(TestKafka.read(Topic.FACILITIES_PORTALS, Portal.parser()))
                        .filteredOn(portal -> portal.getCode().equals(code))
                        .extracting(Portal::getHornFeedbackGpi)
                        .containsExactly(2, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "registrar", "member.rd"})
    void shouldNotTellOthersWhetherAnybodyListensToTheHorn(String user) {
        int number = fresh();
        String code = "P-" + number;
        put(code, null, body(code, aRoom(), number, ", \"hornFeedbackGpi\": 2")).statusCode(201);

        as(user).get(PORTALS + "/" + code).then().statusCode(200).body("", not(hasKey("hornFeedbackGpi")));
    }

    @ParameterizedTest
    @CsvSource({"0, OUT_OF_RANGE", "17, OUT_OF_RANGE", "-1, OUT_OF_RANGE", "'\"two\"', MALFORMED"})
    void shouldRefuseAnInputThatNoReaderHas(String input, String violation) {
        String body = body("P-1", "R-1", 5084, ", \"hornFeedbackGpi\": " + input);

        written.nothingBy(
                () -> isProblemOf(put("P-1", null, body), 400, "INVALID_REQUEST", "hornFeedbackGpi", violation));
    }

    private static String body(String code, String roomCode, int port, String more) {
        return BODY.formatted(code, roomCode, port, more);
    }

    private static ValidatableResponse put(String code, @Nullable Integer version, String body) {
        Map<String, Object> headers = version == null ? Map.of() : Map.of("If-Match", "\"" + version + "\"");
        return as("manager")
                .headers(headers)
                .body(body)
                .put(PORTALS + "/" + code)
                .then();
    }
}
