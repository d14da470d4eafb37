package io.tallygate.sightings.epcis.rest;

import static io.tallygate.sightings.Gate.PATIENCE;
import static io.tallygate.sightings.Gate.aGiai;
import static io.tallygate.sightings.Gate.anItem;
import static io.tallygate.sightings.Gate.as;
import static io.tallygate.sightings.Gate.awaitTold;
import static io.tallygate.sightings.Gate.comesBack;
import static io.tallygate.sightings.Gate.holds;
import static io.tallygate.sightings.Gate.leaves;
import static io.tallygate.sightings.Gate.reads;
import static io.tallygate.sightings.Gate.says;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.util.concurrent.ThreadLocalRandom;

/** A laptop of RD that goes out and comes back, and what people are told of it. */
abstract class EventScenario {

    static final String EVENTS = "/api/sightings/epcis/events";
    static final String LIST = "epcisBody.queryResults.resultsBody.eventList";

    /** Goes out and comes back once, for all the tests that only ask. */
    private static final String SETTLED = aReference();

    private static boolean settled;

    String reference = aReference();
    String uri = "urn:epc:id:giai:0614141." + reference;

    private static String aReference() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 4_000_000_000L));
    }

    void theLaptopThatWentOutAndCameBack() {
        reference = SETTLED;
        uri = "urn:epc:id:giai:0614141." + reference;
        if (!settled) {
            aLaptopOfRdGoesOutAndComesBack();
            settled = true;
        }
    }

    String aLaptopOfRdGoesOutAndComesBack() {
        String item = anItem();
        holds(item, tag(), "RD", 4, 1);
        says(reads(tag(), 0));
        leaves(tag(), 103);
        comesBack(tag(), 203);
        awaitTold(tag(), "history.size()", 3);
        awaitTold(tag(), "itemId", item);
        await().atMost(PATIENCE).until(() -> as("member.rd")
                .queryParam("MATCH_epc", uri)
                .get(EVENTS)
                .path(LIST + ".size()")
                .equals(3));
        return item;
    }

    String tag() {
        return aGiai(reference);
    }

    ValidatableResponse events(String user) {
        return events(user, uri);
    }

    ValidatableResponse events(String user, String epcs) {
        return as(user).queryParam("MATCH_epc", epcs).get(EVENTS).then();
    }
}
