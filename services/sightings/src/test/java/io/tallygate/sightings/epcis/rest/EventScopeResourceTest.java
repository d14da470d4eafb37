package io.tallygate.sightings.epcis.rest;

import static io.restassured.RestAssured.given;
import static io.tallygate.sightings.Gate.NOON;
import static io.tallygate.sightings.Gate.PATIENCE;
import static io.tallygate.sightings.Gate.aGiai;
import static io.tallygate.sightings.Gate.aTag;
import static io.tallygate.sightings.Gate.anItem;
import static io.tallygate.sightings.Gate.as;
import static io.tallygate.sightings.Gate.awaitTold;
import static io.tallygate.sightings.Gate.holds;
import static io.tallygate.sightings.Gate.reads;
import static io.tallygate.sightings.Gate.readsAt;
import static io.tallygate.sightings.Gate.says;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.commons.time.Micros;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Read;
import io.tallygate.sightings.tag.domain.Tag;
import io.tallygate.sightings.tag.domain.Visit;
import io.tallygate.sightings.tag.persistence.SightingStore;
import io.tallygate.testkit.DocumentStores;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DocumentStores.class)
class EventScopeResourceTest extends EventScenario {

    @Inject
    MongoClient mongo;

    @Inject
    SightingStore store;

    @Test
    void shouldShowEachCallerOnlyWhatTheyMaySee() {
        theLaptopThatWentOutAndCameBack();
        String unledgered = aTag();
        says(reads(unledgered, 0));
        awaitTold(unledgered, "history.size()", 1);

        events("member.rd").body(LIST, hasSize(3));
        events("registrar").body(LIST, hasSize(3));
        events("member.ops").statusCode(200).body(LIST, empty()).header("Link", nullValue());
        as("registrar").queryParam("MATCH_epc", unledgered).get(EVENTS).then().body(LIST, empty());
        as("officer").queryParam("MATCH_epc", unledgered).get(EVENTS).then().body(LIST, hasSize(1));
        // Whatever else there is of others: nothing of it is in anybody's whole list.
        as("member.ops")
                .queryParam("perPage", 500)
                .get(EVENTS)
                .then()
                .body(LIST + ".epcList.flatten()", not(org.hamcrest.Matchers.hasItem(uri)));
    }

    @Test
    void shouldFollowATagThatComesToAnotherDepartment() {
        String item = aLaptopOfRdGoesOutAndComesBack();
        holds(item, tag(), "OPS", 2, 2);
        await().atMost(PATIENCE).until(() -> as("member.ops")
                .queryParam("MATCH_epc", uri)
                .get(EVENTS)
                .path(LIST + ".size()")
                .equals(3));

        events("member.rd").body(LIST, empty());
        holds(item, aGiai("7" + reference), "OPS", 2, 3);
        await().atMost(PATIENCE).until(() -> as("member.ops")
                .queryParam("MATCH_epc", uri)
                .get(EVENTS)
                .path(LIST + ".size()")
                .equals(0));
        events("officer").body(LIST, hasSize(3));
    }

    @Test
    void shouldShowWhatWasWrittenWhileTheTagCameOntoItsItem() {
        String item = anItem();
        holds(item, tag(), "RD", 4, 1);
        awaitTold(tag(), "itemId", item);
        Epc epc = new Epc(tag());
        Visit visit = Visit.begun(new Read(epc, "P-101", 1, -5500, Micros.of(NOON), 1));

        // What the batch knew of the tag is from before it had its item.
        store.keepVisits(List.of(visit), Map.of(epc, Tag.unknown(epc)));

        events("member.rd").body(LIST, hasSize(1));
    }

    @Test
    void shouldAskTheTagItselfWhoMaySeeIt() {
        aLaptopOfRdGoesOutAndComesBack();
        // As a batch leaves it that was written while the tag came from OPS to RD.
        mongo.getDatabase("sightings")
                .getCollection("sightings")
                .updateMany(
                        Filters.eq("epc", tag()),
                        Updates.combine(Updates.set("departmentCode", "OPS"), Updates.set("levelRank", 1)));

        events("member.ops").body(LIST, empty());
    }

    @Test
    void shouldPagePastWhatIsHidden() {
        String portal = "P-" + reference;
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String epc = aTag();
            tags.add(epc);
            holds(anItem(), epc, i % 4 == 0 ? "OPS" : "RD", 2, 1);
            awaitTold(epc, "history.size()", 0);
            says(readsAt(portal, -5500, epc, i));
        }
        awaitTold(tags.getLast(), "history.size()", 1);

        as("member.ops")
                .queryParam("perPage", 2)
                .queryParam("EQ_readPoint", "urn:tallygate:portal:" + portal)
                .get(EVENTS)
                .then()
                .body(LIST, hasSize(2))
                .header("Link", org.hamcrest.Matchers.notNullValue());
        as("member.ops")
                .queryParam("perPage", 3)
                .queryParam("EQ_readPoint", "urn:tallygate:portal:" + portal)
                .get(EVENTS)
                .then()
                .body(LIST, hasSize(3))
                .header("Link", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "sysadmin", "secadmin", "auditor"})
    void shouldRefuseRolesWithoutAPart(String user) {
        as(user).get(EVENTS).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void shouldRefuseWhoeverIsNotSignedIn() {
        given().get(EVENTS).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }
}
