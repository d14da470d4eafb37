package io.tallygate.sightings.tag.rest;

import static io.restassured.RestAssured.given;
import static io.tallygate.sightings.Gate.aTag;
import static io.tallygate.sightings.Gate.anItem;
import static io.tallygate.sightings.Gate.as;
import static io.tallygate.sightings.Gate.asked;
import static io.tallygate.sightings.Gate.awaitTold;
import static io.tallygate.sightings.Gate.holds;
import static io.tallygate.sightings.Gate.leaves;
import static io.tallygate.sightings.Gate.reads;
import static io.tallygate.sightings.Gate.says;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.epc.EpcCodec;
import io.tallygate.testkit.DocumentStores;
import io.tallygate.testkit.OpenApiSnapshot;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DocumentStores.class)
class TagResourceTest {

    @Test
    void shouldServeTheContract() {
        OpenApiSnapshot.verify("sightings");
    }

    @Test
    void shouldTellTheLastPlaceAndTheHistoryNewestFirst() {
        String epc = aTag();
        String item = anItem();
        holds(item, epc, "RD", 4, 1);
        says(reads(epc, 0, 5, 10));
        says(reads(epc, 100, 101));
        leaves(epc, 103);

        awaitTold(epc, "history.size()", 3);
        awaitTold(epc, "itemId", item);
        awaitTold(epc, "last.kind", "CROSSING");

        asked("member.rd", epc.toLowerCase(Locale.ROOT))
                .statusCode(200)
                .body("epc", equalTo(epc))
                .body("epcUri", equalTo(EpcCodec.uri(epc)))
                .body("last.portalCode", equalTo("P-101"))
                .body("last.roomCode", equalTo("R-101"))
                .body("last.antenna", equalTo(3))
                .body("last.direction", equalTo("OUT"))
                .body("last.at", equalTo("2026-03-02T12:01:43.123456Z"))
                .body("history.kind", contains("CROSSING", "READ", "READ"))
                .body("history.reads", contains(2, 2, 3))
                .body("history[2].firstSeenAt", equalTo("2026-03-02T12:00:00.123456Z"))
                .body("history[2].lastSeenAt", equalTo("2026-03-02T12:00:10.123456Z"))
                .body("history[2].direction", nullValue());
    }

    @Test
    void shouldCountReadsOnceHoweverOftenTheyCome() {
        String epc = aTag();
        ReadBatch first = reads(epc, 0, 1, 2);
        says(first);
        says(reads(epc, 3));
        says(first);
        leaves(epc, 3);
        leaves(epc, 3);
        // The same portal, hence the same partition: once this one is counted, the others have been.
        says(reads(epc, 200));

        awaitTold(epc, "history.size()", 3);
        asked("officer", epc)
                .body("history.reads", contains(1, 2, 4))
                .body("history.kind", contains("READ", "CROSSING", "READ"));
    }

    @Test
    void shouldShowAVisitThatGoesOnAsFarAsItHasComeAndLeaveItSoWhenTheNextBegins() {
        String epc = aTag();
        says(reads(epc, 0));
        says(reads(epc, 10, 20));
        awaitTold(epc, "history[0].reads", 3);
        awaitTold(epc, "last.at", "2026-03-02T12:00:20.123456Z");

        says(reads(epc, 100));
        awaitTold(epc, "history.size()", 2);
        asked("officer", epc)
                .body("history.reads", contains(1, 3))
                .body("history[1].lastSeenAt", equalTo("2026-03-02T12:00:20.123456Z"));
    }

    @Test
    void shouldPage() {
        String epc = aTag();
        says(reads(epc, 0, 100, 200, 300, 400));
        awaitTold(epc, "history.size()", 5);

        String next = as("officer")
                .get("/api/sightings/tags/" + epc + "?limit=3")
                .then()
                .body("history", hasSize(3))
                .body("next", notNullValue())
                .extract()
                .path("next");
        as("officer")
                .get("/api/sightings/tags/" + epc + "?limit=3&after=" + next)
                .then()
                .body("history.firstSeenAt", contains("2026-03-02T12:01:40.123456Z", "2026-03-02T12:00:00.123456Z"))
                .body("next", nullValue());
    }

    @Test
    void shouldHideWhatIsOutOfScope() {
        String secret = aTag();
        holds(anItem(), secret, "RD", 4, 1);
        String top = aTag();
        holds(anItem(), top, "RD", 5, 1);
        String unledgered = aTag();
        says(reads(unledgered, 0));
        awaitTold(secret, "history.size()", 0);
        awaitTold(top, "history.size()", 0);
        awaitTold(unledgered, "history.size()", 1);

        asked("member.rd", secret).statusCode(200).body("last", nullValue());
        problem(asked("member.rd", top), 404, "NOT_FOUND");
        problem(asked("member.ops", secret), 404, "NOT_FOUND");
        problem(asked("member.rd", unledgered), 404, "NOT_FOUND");
        problem(asked("registrar", unledgered), 404, "NOT_FOUND");
        problem(asked("officer", aTag()), 404, "NOT_FOUND");
        asked("registrar", top).statusCode(200);
        asked("manager", unledgered).statusCode(200);
    }

    @Test
    void shouldFollowTheTagFromItemToItem() {
        String epc = aTag();
        String first = anItem();
        String second = anItem();
        holds(first, epc, "RD", 4, 1);
        awaitTold(epc, "itemId", first);

        holds(second, epc, "OPS", 2, 1);
        awaitTold(epc, "itemId", second);
        String other = aTag();
        holds(first, other, "RD", 4, 2);
        awaitTold(other, "itemId", first);
        holds(first, epc, "RD", 4, 1);
        String marker = aTag();
        holds(first, marker, "RD", 4, 3);
        awaitTold(marker, "itemId", first);

        asked("member.ops", epc).statusCode(200).body("itemId", equalTo(second));
        problem(asked("member.rd", epc), 404, "NOT_FOUND");
    }

    @Test
    void shouldSkipWhatCannotBeRead() {
        String epc = aTag();
        TestKafka.publishBytes(Topic.RFID_READS, "P-101", new byte[] {10, 99, 1});
        says(reads("not-an-epc", 0));
        says(reads(epc, 0).toBuilder().setPortalCode("").build());
        leaves(epc, 1);

        awaitTold(epc, "history.size()", 1);
        says(reads(epc, 5));
        awaitTold(epc, "history.size()", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3034", "3034257BF400B7800004CB2G", "3034257BF400B7800004CB2F0"})
    void shouldRefuseWhatIsNoEpc(String epc) {
        problem(asked("officer", epc), 400, "INVALID_REQUEST")
                .body("violations.field", contains("epc"))
                .body("violations.code", contains("MALFORMED_EPC"));
    }

    @Test
    void shouldRefuseBadPages() {
        String epc = aTag();
        holds(anItem(), epc, "RD", 1, 1);
        awaitTold(epc, "history.size()", 0);
        String path = "/api/sightings/tags/" + epc;

        problem(as("officer").get(path + "?limit=x").then(), 400, "INVALID_REQUEST")
                .body("violations.code", contains("MALFORMED"));
        problem(as("officer").get(path + "?limit=0").then(), 400, "INVALID_REQUEST")
                .body("violations.code", contains("OUT_OF_RANGE"));
        problem(as("officer").get(path + "?after=nonsense").then(), 400, "INVALID_CURSOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "sysadmin", "secadmin", "auditor"})
    void shouldRefuseRolesWithoutAPart(String user) {
        problem(asked(user, aTag()), 403, "FORBIDDEN");
    }

    @Test
    void shouldRefuseWhoeverIsNotSignedIn() {
        String path = "/api/sightings/tags/" + aTag();
        problem(given().get(path).then(), 401, "UNAUTHENTICATED");
        problem(given().auth().oauth2(Tokens.expired("officer")).get(path).then(), 401, "UNAUTHENTICATED");
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
