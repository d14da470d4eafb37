package io.tallygate.devices.ledger;

import static io.restassured.RestAssured.given;
import static io.tallygate.devices.Calls.DEVICES;
import static io.tallygate.devices.Calls.aSecretLaptop;
import static io.tallygate.devices.Calls.anUnclassifiedDesktop;
import static io.tallygate.devices.Calls.as;
import static io.tallygate.devices.Calls.fresh;
import static io.tallygate.devices.Calls.isProblem;
import static io.tallygate.devices.Calls.isProblemOf;
import static io.tallygate.devices.Calls.registered;
import static io.tallygate.devices.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tallygate.commons.identity.Level;
import io.tallygate.testkit.RelationalStores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class ReadingDevicesResourceTest {

    @Test
    void shouldShowAMemberTheirOwnDepartmentUpToTheirClearance() {
        String mark = "M" + fresh();
        String laptop = registered(with(aSecretLaptop(), "model", mark));
        Map<String, @Nullable Object> above = with(aSecretLaptop(), "level", "TOP_SECRET");
        above.put("keeperNo", "P0001");
        String topSecret = registered(with(above, "model", mark));
        String desktop = registered(with(anUnclassifiedDesktop(), "model", mark));

        assertThat(ids("member.rd", "q=" + mark)).containsExactly(laptop);
        assertThat(ids("member.ops", "q=" + mark)).containsExactly(desktop);
        assertThat(ids("officer", "q=" + mark)).containsExactlyInAnyOrder(laptop, topSecret, desktop);
        assertThat(ids("member.ops", "department=RD&q=" + mark)).isEmpty();
        for (String hidden : List.of(laptop, topSecret)) {
            isProblem(as("member.ops").get(DEVICES + "/" + hidden).then(), 404, "NOT_FOUND");
            isProblem(as("member.ops").get(DEVICES + "/" + hidden + "/history").then(), 404, "NOT_FOUND");
        }
        isProblem(as("member.rd").get(DEVICES + "/" + topSecret).then(), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "sysadmin", "secadmin", "auditor"})
    void shouldShowNoLedgerToThoseWhoHaveNoneOfIt(String user) {
        String id = registered(anUnclassifiedDesktop());

        isProblem(as(user).get(DEVICES).then(), 403, "FORBIDDEN");
        isProblem(as(user).get(DEVICES + "/" + id).then(), 403, "FORBIDDEN");
        isProblem(as(user).get(DEVICES + "/" + id + "/history").then(), 403, "FORBIDDEN");
    }

    @Test
    void shouldRefuseWhoIsNotSignedIn() {
        isProblem(given().get(DEVICES).then(), 401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "not-an-id"})
    void shouldAnswer404ForWhatIsNotThere(String id) {
        isProblem(as("registrar").get(DEVICES + "/" + id).then(), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledgerNo",
                "-ledgerNo",
                "name",
                "-name",
                "level",
                "-level",
                "kind",
                "-kind",
                "keeper",
                "-keeper",
                "registeredAt",
                "-registeredAt"
            })
    void shouldPageThroughEveryOrderWithoutGapOrRepetition(String sort) {
        String mark = "PAGE" + fresh();
        for (int i = 0; i < 4; i++) {
            registered(with(aSecretLaptop(), "model", mark));
            registered(with(anUnclassifiedDesktop(), "model", mark));
        }

        List<Map<String, Object>> whole = items(get("officer", "q=" + mark + "&sort=" + sort));
        List<Map<String, Object>> paged = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = get("officer", "q=" + mark + "&limit=3&sort=" + sort + after);
            paged.addAll(items(page));
            after = page.getString("next") == null ? "" : "&after=" + page.getString("next");
        } while (!after.isEmpty());

        assertThat(paged).hasSize(8).isEqualTo(whole);
        String key = sort.replace("-", "").replace("keeper", "keeperNo");
        Comparator<Map<String, Object>> order = Comparator.comparing(item -> rank(key, item));
        assertThat(whole).isSortedAccordingTo(sort.startsWith("-") ? order.reversed() : order);
    }

    @Test
    void shouldFilterByEveryParameter() {
        String mark = "FILTER" + fresh();
        String laptop = registered(with(aSecretLaptop(), "model", mark));
        Map<String, @Nullable Object> drive = with(aSecretLaptop(), "kind", "USB_DRIVE");
        drive.put("level", "CONFIDENTIAL");
        String usb = registered(with(drive, "model", mark));
        String desktop = registered(with(anUnclassifiedDesktop(), "model", mark));

        assertThat(ids("officer", "q=" + mark + "&kind=LAPTOP&kind=DESKTOP"))
                .containsExactlyInAnyOrder(laptop, desktop);
        assertThat(ids("officer", "q=" + mark + "&level=CONFIDENTIAL")).containsExactly(usb);
        assertThat(ids("officer", "q=" + mark + "&classified=true")).containsExactlyInAnyOrder(laptop, usb);
        assertThat(ids("officer", "q=" + mark + "&classified=false")).containsExactly(desktop);
        assertThat(ids("officer", "q=" + mark + "&department=OPS")).containsExactly(desktop);
        assertThat(ids("officer", "q=" + mark + "&keeper=P0201")).containsExactly(desktop);
        assertThat(ids("officer", "q=" + mark + "&state=IN_USE")).hasSize(3);
        assertThat(ids("officer", "q=" + mark + "&state=DESTROYED")).isEmpty();
    }

    @Test
    void shouldSearchEveryTextByPartsWhateverTheCase() {
        long number = fresh();
        Map<String, @Nullable Object> laptop = with(aSecretLaptop(), "name", "绝密项目盘点" + number);
        laptop.put("serialNo", "Xq7-" + number + "-zZ");
        laptop.put("model", "50%_off" + number);
        String id = registered(laptop);
        String ledgerNo = as("officer").get(DEVICES + "/" + id).path("ledgerNo");
        String epc = as("officer").get(DEVICES + "/" + id).path("tag.epc");

        assertThat(found("盘点" + number)).containsExactly(id);
        assertThat(found("xQ7-" + number)).containsExactly(id);
        assertThat(found("50%_OFF" + number)).containsExactly(id);
        assertThat(found("50__off" + number)).isEmpty();
        assertThat(found(ledgerNo)).containsExactly(id);
        assertThat(found(epc.toLowerCase(java.util.Locale.ROOT))).containsExactly(id);
        assertThat(found("盘点")).contains(id);
        assertThat(found("盘")).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "kind=TOASTER, kind, UNKNOWN_VALUE",
        "level=COSMIC, level, UNKNOWN_VALUE",
        "state=GONE, state, UNKNOWN_VALUE",
        "classified=maybe, classified, UNKNOWN_VALUE",
        "sort=colour, sort, UNKNOWN_SORT",
        "limit=0, limit, OUT_OF_RANGE",
        "limit=501, limit, OUT_OF_RANGE",
        "limit=ten, limit, OUT_OF_RANGE"
    })
    void shouldRefuseAnUnknownFilter(String query, String field, String code) {
        isProblemOf(as("officer").get(DEVICES + "?" + query).then(), 400, "INVALID_REQUEST", field, code);
    }

    @Test
    void shouldRefuseACursorOfAnotherOrder() {
        registered(aSecretLaptop());
        registered(aSecretLaptop());
        String next = get("officer", "limit=1&sort=name").getString("next");

        isProblem(as("officer").get(DEVICES + "?sort=level&after=" + next).then(), 400, "INVALID_CURSOR");
        isProblem(as("officer").get(DEVICES + "?after=!!").then(), 400, "INVALID_CURSOR");
        // A cursor of the order by level whose level and id are none: "level", "x", "y".
        isProblem(as("officer").get(DEVICES + "?sort=level&after=bGV2ZWwfeB95").then(), 400, "INVALID_CURSOR");
    }

    @Test
    void shouldTellTheHistoryOfADevice() {
        String id = registered(aSecretLaptop());

        as("member.rd")
                .get(DEVICES + "/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].type", equalTo("REGISTERED"))
                .body("items[0].actor", equalTo("registrar"))
                .body("items[0].version", equalTo(1));
    }

    private static String rank(String key, Map<String, Object> item) {
        String value = String.valueOf(item.get(key));
        return key.equals("level") ? Integer.toString(Level.valueOf(value).rank()) : value;
    }

    private static JsonPath get(String user, String query) {
        return as(user).get(DEVICES + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Map<String, Object>> items(JsonPath page) {
        return page.getList("items");
    }

    private static List<String> ids(String user, String query) {
        return get(user, query).getList("items.id");
    }

    private static List<String> found(String text) {
        return as("officer")
                .queryParam("q", text)
                .get(DEVICES)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
