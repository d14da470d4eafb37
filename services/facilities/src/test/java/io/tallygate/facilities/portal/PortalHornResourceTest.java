package io.tallygate.facilities.portal;

import static io.tallygate.facilities.Calls.PORTALS;
import static io.tallygate.facilities.Calls.aRoom;
import static io.tallygate.facilities.Calls.as;
import static io.tallygate.facilities.Calls.fresh;
import static io.tallygate.facilities.Calls.isProblemOf;
import static io.tallygate.facilities.portal.PortalCalls.aPortal;
import static io.tallygate.facilities.portal.PortalCalls.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.facilities.Written;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contact of the horn, wired back to an input of the portal's reader. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class PortalHornResourceTest {

    @Inject
    Written written;

    @Test
    void shouldKeepTheContactTellTheGateAndTakeItAwayAgain() {
        int number = fresh();
        String code = "P-" + number;
        String room = aRoom();

        put(code, null, aPortal(code, room, number, ", \"hornFeedbackGpi\": 2"))
                .statusCode(201)
                .body("hornFeedbackGpi", equalTo(2));
        as("manager").get(PORTALS + "/" + code).then().statusCode(200).body("hornFeedbackGpi", equalTo(2));
        put(code, 0, aPortal(code, room, number, "")).statusCode(200).body("", not(hasKey("hornFeedbackGpi")));

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
        put(code, null, aPortal(code, aRoom(), number, ", \"hornFeedbackGpi\": 2"))
                .statusCode(201);

        as(user).get(PORTALS + "/" + code).then().statusCode(200).body("", not(hasKey("hornFeedbackGpi")));
    }

    @ParameterizedTest
    @CsvSource({"0, OUT_OF_RANGE", "17, OUT_OF_RANGE", "-1, OUT_OF_RANGE", "'\"two\"', MALFORMED"})
    void shouldRefuseAnInputThatNoReaderHas(String input, String violation) {
        String body = aPortal("P-1", "R-1", 5084, ", \"hornFeedbackGpi\": " + input);

        written.nothingBy(
                () -> isProblemOf(put("P-1", null, body), 400, "INVALID_REQUEST", "hornFeedbackGpi", violation));
    }
}
