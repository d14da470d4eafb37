package io.tallygate.facilities.contents;

import static io.restassured.RestAssured.given;
import static io.tallygate.facilities.Calls.CABINETS;
import static io.tallygate.facilities.Calls.aCabinet;
import static io.tallygate.facilities.Calls.as;
import static io.tallygate.facilities.Calls.asToken;
import static io.tallygate.facilities.Calls.fresh;
import static io.tallygate.facilities.Calls.isProblem;
import static io.tallygate.facilities.Calls.isProblemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.google.protobuf.Timestamp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tallygate.commons.identity.Level;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.ledger.v1.Custody;
import io.tallygate.contracts.ledger.v1.CustodyState;
import io.tallygate.facilities.Written;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Custody arrives over Kafka and is read over HTTP. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class ContentsResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Written written;

    @Test
    void shouldListWhatBelongsIntoTheCabinetAndWhatOfItIsMissing() {
        String cabinet = aCabinet();
        String inPlace = publish(anItem(cabinet, "RD", Level.SECRET));
        String out = publish(anItem(cabinet, "OPS", Level.INTERNAL).setState(CustodyState.OUT_UNDER_PERMIT));
        String missing = publish(anItem(cabinet, "RD", Level.TOP_SECRET).setState(CustodyState.MISSING));
        publish(anItem(cabinet, "RD", Level.SECRET).setState(CustodyState.DESTROYED));
        publish(anItem(cabinet, "RD", Level.SECRET).setState(CustodyState.DISPOSED));

        await().atMost(PATIENCE).untilAsserted(() -> contents("manager", cabinet)
                .statusCode(200)
                .body("cabinet.code", equalTo(cabinet))
                .body("cabinet.maxLevel", equalTo("TOP_SECRET"))
                .body("items.itemId", equalTo(List.of(inPlace, out, missing)))
                .body("items.expected", equalTo(List.of(true, false, false)))
                .body("items.state", equalTo(List.of("IN_PLACE", "OUT_UNDER_PERMIT", "MISSING")))
                .body("items[0].level", equalTo("SECRET"))
                .body("items[0].kind", equalTo("LAPTOP"))
                .body("items[0].since", equalTo("2026-01-02T03:04:05Z"))
                .body("count", equalTo(3))
                .body("next", nullValue()));
    }

    @Test
    void shouldShowMembersTheirOwnDepartmentUpToTheirClearance() {
        String cabinet = aCabinet();
        String own = publish(anItem(cabinet, "RD", Level.SECRET));
        publish(anItem(cabinet, "RD", Level.TOP_SECRET));
        publish(anItem(cabinet, "OPS", Level.INTERNAL));

        await().atMost(PATIENCE)
                .untilAsserted(() -> contents("officer", cabinet).body("count", equalTo(3)));
        contents("member.rd", cabinet)
                .body("items.itemId", equalTo(List.of(own)))
                .body("count", equalTo(1));
        contents("member.ops", cabinet)
                .body("items.level", equalTo(List.of("INTERNAL")))
                .body("count", equalTo(1));
    }

    @Test
    void shouldHideEverythingFromATransactionThatBindsNoScope() {
        String cabinet = aCabinet();
        publish(anItem(cabinet, "RD", Level.UNCLASSIFIED));

        await().atMost(PATIENCE).untilAsserted(() -> contents("leader", cabinet).body("count", equalTo(1)));
        assertThat(written.number("SELECT count(*) FROM cabinet_item")).isZero();
    }

    @Test
    void shouldKeepTheNewestCustodyWhateverComesTwiceOrLate() {
        String before = aCabinet();
        String after = aCabinet();
        Custody.Builder item = anItem(before, "RD", Level.SECRET);
        publish(item);
        publish(item.setCabinetCode(after).setVersion(5));
        publish(item.setCabinetCode(before).setVersion(4));
        publish(item.setCabinetCode(after).setVersion(5));
        // The marker goes to the partition of the same key, and so is read after all of these.
        publish(item.setVersion(6).setKind("SERVER"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> contents("leader", after).body("items.kind", equalTo(List.of("SERVER"))));
        contents("leader", before).body("items", equalTo(List.of())).body("count", equalTo(0));
        publish(item.setVersion(7).setCabinetCode(""));
        await().atMost(PATIENCE).untilAsserted(() -> contents("leader", after).body("count", equalTo(0)));
    }

    @Test
    void shouldSkipWhatCannotBeReadAndGoOn() {
        String cabinet = aCabinet();
        Custody.Builder item = anItem(cabinet, "RD", Level.SECRET);
        String key = item.getItemId();
        TestKafka.publishBytes(Topic.LEDGER_CUSTODY, key, new byte[] {10, 99, 1});
        TestKafka.publish(
                Topic.LEDGER_CUSTODY, key, item.clone().setLevelRank(9).build());
        TestKafka.publish(
                Topic.LEDGER_CUSTODY, key, item.clone().setLedgerNo("a\0b").build());
        TestKafka.publish(Topic.LEDGER_CUSTODY, key, item.clone().clearItemId().build());
        TestKafka.publish(Topic.LEDGER_CUSTODY, key, item.clone().clearState().build());
        publish(item);

        await().atMost(PATIENCE)
                .untilAsserted(() -> contents("leader", cabinet).body("items.itemId", equalTo(List.of(key))));
        assertThat(given().get("/q/metrics").asString())
                .containsPattern("tallygate_kafka_unreadable_total\\{topic=\"ledger.custody.v1\",?} [5-9]");
    }

    @Test
    void shouldPageThroughALargeCabinet() {
        String cabinet = aCabinet();
        List<String> items = List.of(
                publish(anItem(cabinet, "RD", Level.SECRET)),
                publish(anItem(cabinet, "RD", Level.SECRET)),
                publish(anItem(cabinet, "RD", Level.SECRET)));
        await().atMost(PATIENCE).untilAsserted(() -> contents("leader", cabinet).body("count", equalTo(3)));

        String path = CABINETS + "/" + cabinet + "/contents";
        String next = as("leader")
                .queryParam("limit", 2)
                .get(path)
                .then()
                .body("items.itemId", equalTo(items.subList(0, 2)))
                .body("count", equalTo(3))
                .extract()
                .path("next");
        as("leader")
                .queryParams(Map.of("limit", 2, "after", next))
                .get(path)
                .then()
                .body("items.itemId", equalTo(items.subList(2, 3)))
                .body("next", nullValue());
        isProblem(as("leader").queryParam("after", "zz").get(path).then(), 400, "INVALID_CURSOR");
        isProblemOf(
                as("leader").queryParam("limit", 501).get(path).then(),
                400,
                "INVALID_REQUEST",
                "limit",
                "OUT_OF_RANGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "sysadmin", "secadmin", "auditor"})
    void shouldShowContentsOnlyToThoseWhoseWorkNeedsThem(String user) {
        isProblem(contents(user, "CAB-NONE"), 403, "FORBIDDEN");
    }

    @Test
    void shouldRefuseStrangersAndWhatIsNotThere() {
        String path = CABINETS + "/CAB-NONE/contents";
        isProblem(given().get(path).then(), 401, "UNAUTHENTICATED");
        isProblem(asToken(Tokens.with("has.left", "leader")).get(path).then(), 403, "UNKNOWN_PERSON");
        isProblem(contents("leader", "CAB-NONE"), 404, "NOT_FOUND");
    }

    private static Custody.Builder anItem(String cabinet, String department, Level level) {
        int number = fresh();
        return Custody.newBuilder()
                .setItemId("item-" + number)
                .setLedgerNo("L-" + number)
                .setKind("LAPTOP")
                .setLevelRank(level.rank())
                .setDepartmentCode(department)
                .setKeeperNo("P0101")
                .setCabinetCode(cabinet)
                .setState(CustodyState.IN_PLACE)
                .setSince(Timestamp.newBuilder().setSeconds(1_767_323_045))
                .setVersion(1);
    }

    private static String publish(Custody.Builder item) {
        TestKafka.publish(Topic.LEDGER_CUSTODY, item.getItemId(), item.build());
        return item.getItemId();
    }

    private static ValidatableResponse contents(String user, String cabinet) {
        return as(user).get(CABINETS + "/" + cabinet + "/contents").then();
    }
}
