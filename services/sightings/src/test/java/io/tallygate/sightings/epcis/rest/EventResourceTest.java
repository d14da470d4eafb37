package io.tallygate.sightings.epcis.rest;

import static io.tallygate.sightings.Gate.aTag;
import static io.tallygate.sightings.Gate.as;
import static io.tallygate.sightings.Gate.awaitTold;
import static io.tallygate.sightings.Gate.comesBack;
import static io.tallygate.sightings.Gate.leaves;
import static io.tallygate.sightings.Gate.leavesUnexplained;
import static io.tallygate.sightings.Gate.reads;
import static io.tallygate.sightings.Gate.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tallygate.epc.EpcCodec;
import io.tallygate.epc.EpcText;
import io.tallygate.testkit.DocumentStores;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(DocumentStores.class)
class EventResourceTest extends EventScenario {

    @Test
    void shouldAnswerWithTheDocumentOfTheStandard() throws Exception {
        theLaptopThatWentOutAndCameBack();

        Response answer = as("member.rd").queryParam("MATCH_epc", uri).get(EVENTS);

        answer.then()
                .statusCode(200)
                .contentType("application/ld+json")
                .header("GS1-EPCIS-Version", "2.0.0")
                .header("GS1-EPC-Format", "Always_EPC_URN")
                .header("Link", nullValue())
                .body("type", equalTo("EPCISQueryDocument"))
                .body("schemaVersion", equalTo("2.0"))
                .body("epcisBody.queryResults.queryName", equalTo("SimpleEventQuery"))
                .body(LIST + ".type", contains("ObjectEvent", "ObjectEvent", "ObjectEvent"))
                .body(LIST + ".bizStep", contains("arriving", "departing", null))
                .body(LIST + ".disposition", contains("in_progress", "in_transit", null))
                .body(LIST + ".epcList", contains(List.of(uri), List.of(uri), List.of(uri)))
                .body(LIST + ".action.unique()", contains("OBSERVE"))
                .body(LIST + ".readPoint.id.unique()", contains("urn:tallygate:portal:P-101"))
                .body(LIST + ".bizLocation.id", contains("urn:tallygate:room:R-101"))
                .body(LIST + "[2].eventTime", equalTo("2026-03-02T12:00:00.123456Z"))
                .body(LIST + "[2].eventTimeZoneOffset", equalTo("+00:00"))
                .body(LIST + "[2].recordTime", matchesPattern("20.*Z"))
                .body(LIST + "[2].eventID", matchesPattern("urn:uuid:[0-9a-f-]{36}"))
                .body(LIST + ".eventID.unique().size()", equalTo(3));
        assertThat(EpcisSchema.faults(answer.asString())).isEmpty();
        assertThat(EpcisSchema.faults(answer.asString().replace("OBSERVE", "LOOK")))
                .isNotEmpty();
    }

    @Test
    void shouldTellTheSameEventWhileItsVisitGoesOn() {
        aLaptopOfRdGoesOutAndComesBack();
        Object before = visit();

        says(reads(tag(), 3, 4));
        awaitTold(tag(), "history[2].reads", 3);

        assertThat(visit()).isEqualTo(before);
    }

    @Test
    void shouldCallThingsByTheirDigitalLinkWhereAsked() throws Exception {
        theLaptopThatWentOutAndCameBack();

        Response answer = as("officer")
                .header("GS1-EPC-Format", "Always_GS1_Digital_Link")
                .accept("application/json")
                .queryParam("MATCH_epc", uri)
                .get(EVENTS);

        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .header("GS1-EPC-Format", "Always_GS1_Digital_Link")
                .body(LIST + "[0].epcList[0]", equalTo("https://id.gs1.org/8004/0614141" + reference));
        as("officer")
                .queryParam("MATCH_epc", "https://id.gs1.org/8004/0614141" + reference)
                .get(EVENTS)
                .then()
                .body(LIST, hasSize(3));
        assertThat(EpcisSchema.faults(answer.asString())).isEmpty();
    }

    @Test
    void shouldNameATagOfNoSchemeRaw() throws Exception {
        String epc = "E280" + aTag().substring(4);
        says(reads(epc, 0));
        awaitTold(epc, "history.size()", 1);

        Response answer = as("officer").queryParam("MATCH_epc", epc).get(EVENTS);

        answer.then().body(LIST + "[0].epcList[0]", equalTo("urn:epc:raw:96.x" + epc));
        assertThat(EpcisSchema.faults(answer.asString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "eventType,      ObjectEvent,                             3",
        "eventType,      AggregationEvent,                        0",
        "eventType,      'ObjectEvent,AggregationEvent',          3",
        "EQ_action,      OBSERVE,                                 3",
        "EQ_action,      ADD|DELETE,                              0",
        "GE_eventTime,   2026-03-02T12:01:43.123456Z,             2",
        "GE_eventTime,   2026-03-02T20:01:43.123457+08:00,        1",
        "LT_eventTime,   2026-03-02T12:01:43.123456Z,             1",
        "GE_recordTime,  2026-01-01T00:00:00Z,                    3",
        "LT_recordTime,  2026-01-01T00:00:00Z,                    0",
        "EQ_readPoint,   urn:tallygate:portal:P-101,              3",
        "EQ_readPoint,   urn:tallygate:portal:P-102,              0",
        "EQ_readPoint,   urn:epc:id:sgln:0614141.00777.0,         0",
        "EQ_bizLocation, urn:tallygate:room:R-101,                1",
        "EQ_bizLocation, urn:tallygate:room:R-102,                0",
        "EQ_bizStep,     departing,                               1",
        "EQ_bizStep,     urn:epcglobal:cbv:bizstep:arriving,      1",
        "EQ_bizStep,     'https://ref.gs1.org/cbv/BizStep-departing|arriving', 2",
        "EQ_bizStep,     shipping,                                0",
        "EQ_disposition, in_transit,                              1",
        "EQ_disposition, urn:epcglobal:cbv:disp:in_progress,      1",
        "EQ_disposition, 'https://ref.gs1.org/cbv/Disp-in_transit|in_progress', 2",
        "EQ_disposition, destroyed,                               0",
        "MATCH_epc,      urn:epc:idpat:giai:*.*,                  3",
        "MATCH_epc,      urn:epc:idpat:giai:0614141.*,            3",
        "MATCH_epc,      'urn:epc:idpat:gdti:0614141.*.*,urn:epc:idpat:giai:0614141.*', 3",
        "MATCH_epc,      urn:epc:idpat:giai:0614142.*,            0",
        "MATCH_epc,      urn:epc:idpat:gdti:*.*.*,                0",
        "eventCountLimit, 2,                                      2",
        "orderBy,        recordTime,                              3"
    })
    void shouldFilter(String parameter, String value, int found) {
        theLaptopThatWentOutAndCameBack();

        as("officer")
                .queryParam("MATCH_anyEPC", uri)
                .queryParam(parameter, value)
                .get(EVENTS)
                .then()
                .statusCode(200)
                .body(LIST, hasSize(found));
    }

    @Test
    void shouldMatchAnyOfSeveralThingsAndTheirTagsOneByOne() {
        theLaptopThatWentOutAndCameBack();
        String other = aTag();
        says(reads(other, 0));
        awaitTold(other, "history.size()", 1);

        as("officer").queryParam("MATCH_epc", uri, other).get(EVENTS).then().body(LIST, hasSize(4));
        as("officer")
                .queryParam("MATCH_epc", uri.replace("id:giai:", "tag:giai-96:1."))
                .get(EVENTS)
                .then()
                .body(LIST, hasSize(3));
        as("officer")
                .queryParam("MATCH_epc", uri.replace("id:giai:", "tag:giai-96:2."))
                .get(EVENTS)
                .then()
                .body(LIST, empty());
    }

    @Test
    void shouldAskForStepAndDispositionTogether() {
        theLaptopThatWentOutAndCameBack();

        as("officer")
                .queryParam("MATCH_epc", uri)
                .queryParam("EQ_bizStep", "departing")
                .queryParam("EQ_disposition", "in_progress")
                .get(EVENTS)
                .then()
                .body(LIST, empty());
    }

    @Test
    void shouldFindByPatternOnlyWhatItsSchemeHolds() {
        String document =
                ((EpcText.Understood) EpcCodec.read("urn:epc:tag:gdti-96:2.0614141.54321." + reference)).hex();
        // Within the bits of a pattern, but its partition is none: a tag of no scheme.
        String broken = "2C5C" + aTag().substring(4);
        says(reads(document, 0));
        says(reads(broken, 0));
        awaitTold(document, "history.size()", 1);
        awaitTold(broken, "history.size()", 1);

        events("officer", "urn:epc:idpat:gdti:0614141.54321.*")
                .body(LIST + ".epcList.flatten()", hasItem("urn:epc:id:gdti:0614141.54321." + reference));
        events("officer", "urn:epc:idpat:gdti:0614141.54321." + reference).body(LIST, hasSize(1));
        events("officer", "urn:epc:idpat:gdti:0614141.54322.*").body(LIST, empty());
        events("officer", "urn:epc:idpat:gdti:*.*.*")
                .body(LIST + ".epcList.flatten()", not(hasItem("urn:epc:raw:96.x" + broken)));
        events("member.ops", "urn:epc:idpat:gdti:0614141.54321.*")
                .statusCode(200)
                .body(LIST, empty());
    }

    @Test
    void shouldTellTheReadsAndTheFiguresThatACrossingRestsOn() throws Exception {
        theLaptopThatWentOutAndCameBack();

        Response answer = as("member.rd").queryParam("MATCH_epc", uri).get(EVENTS);

        String reads = LIST + "[1].sensorElementList[0]";
        String figures = LIST + "[1].sensorElementList[1]";
        answer.then()
                .body(reads + ".sensorMetadata.startTime", equalTo("2026-03-02T12:01:42.123456Z"))
                .body(reads + ".sensorMetadata.endTime", equalTo("2026-03-02T12:01:43.123456Z"))
                .body(reads + ".sensorReport.type", contains("Power", "Power"))
                .body(reads + ".sensorReport.value", contains(-61.0f, -52.5f))
                .body(reads + ".sensorReport.uom", contains("DBM", "DBM"))
                .body(
                        reads + ".sensorReport.deviceID",
                        contains("urn:tallygate:portal:P-101#antenna-1", "urn:tallygate:portal:P-101#antenna-3"))
                .body(figures + ".sensorMetadata.time", equalTo("2026-03-02T12:01:43.123456Z"))
                .body(
                        figures + ".sensorMetadata.dataProcessingMethod",
                        equalTo("urn:tallygate:rule:line-filter%2F6%20gate%2F1"))
                .body(
                        figures + ".sensorReport.type",
                        contains(
                                "urn:tallygate:figure:confidence",
                                "urn:tallygate:figure:probability",
                                "urn:tallygate:figure:position_m",
                                "urn:tallygate:figure:inside_dbm"))
                .body(figures + ".sensorReport.value", contains(0.97f, 0.97f, 0.25f, -61.5f))
                .body(figures + ".sensorReport.uom", contains("C62", "C62", "MTR", "DBM"))
                // A visit is no decision.
                .body(LIST + "[2]", not(hasKey("sensorElementList")));
        assertThat(EpcisSchema.faults(answer.asString())).isEmpty();
        assertThat(EpcisSchema.faults(answer.asString().replace("\"type\":\"Power\"", "\"type\":\"Loudness\"")))
                .isNotEmpty();
    }

    @Test
    void shouldTellNoSensorElementsWhereTheGateToldNothing() throws Exception {
        leavesUnexplained(tag(), 50);
        awaitTold(tag(), "history.size()", 1);

        Response answer = as("officer").queryParam("MATCH_epc", uri).get(EVENTS);

        answer.then()
                .body(LIST + "[0].bizStep", equalTo("departing"))
                .body(LIST + "[0]", not(hasKey("sensorElementList")));
        assertThat(EpcisSchema.faults(answer.asString())).isEmpty();
    }

    @Test
    void shouldOrderByTheTimeOfRecording() {
        says(reads(tag(), 500));
        awaitTold(tag(), "history.size()", 1);
        // Happened before, heard of afterwards.
        leaves(tag(), 103);
        awaitTold(tag(), "history.size()", 2);
        comesBack(tag(), 203);
        awaitTold(tag(), "history.size()", 3);

        String query = EVENTS + "?orderBy=recordTime&perPage=2&MATCH_epc=" + uri;
        Response page = as("officer").urlEncodingEnabled(false).get(query);
        page.then().body(LIST + ".bizStep", contains("arriving", "departing"));
        as("officer").urlEncodingEnabled(false).get(nextOf(page)).then().body(LIST + ".bizStep", contains(nullValue()));
        as("officer")
                .urlEncodingEnabled(false)
                .get(query + "&orderDirection=ASC")
                .then()
                .body(LIST + ".bizStep", contains(null, "departing"));
        as("officer")
                .urlEncodingEnabled(false)
                .get(nextOf(page).replace("orderBy=recordTime", "orderBy=eventTime"))
                .then()
                .statusCode(400)
                .body("violations.code", contains("INVALID_CURSOR"));
    }

    @Test
    void shouldCountTheLimitOverAllPages() {
        theLaptopThatWentOutAndCameBack();
        String query = EVENTS + "?perPage=1&eventCountLimit=2&MATCH_epc=" + uri;

        Response first = as("officer").urlEncodingEnabled(false).get(query);
        first.then().body(LIST + ".bizStep", contains("arriving"));
        Response second = as("officer").urlEncodingEnabled(false).get(nextOf(first));

        second.then().body(LIST + ".bizStep", contains("departing")).header("Link", nullValue());
        as("officer")
                .urlEncodingEnabled(false)
                .get(query.replace("eventCountLimit=2", "eventCountLimit=3"))
                .then()
                .body(LIST, hasSize(1));
    }

    private static String nextOf(Response page) {
        String link = page.header("Link");
        assertThat(link).startsWith("<" + EVENTS + "?").endsWith(">; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }

    @ParameterizedTest
    @CsvSource({"DESC, arriving, departing", "ASC, , departing"})
    void shouldPageThroughLinks(String direction, String first, String second) {
        theLaptopThatWentOutAndCameBack();
        String query = EVENTS + "?perPage=2&orderDirection=" + direction + "&MATCH_epc=" + uri;

        Response page = as("officer").urlEncodingEnabled(false).get(query);
        page.then().body(LIST + ".bizStep", contains(first, second));
        as("officer")
                .urlEncodingEnabled(false)
                .get(nextOf(page))
                .then()
                .statusCode(200)
                .body(LIST, hasSize(1))
                .header("Link", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "EQ_persistentDisposition, in_transit,     UNSUPPORTED",
        "maxEventCount,  5,                        UNSUPPORTED",
        "MATCH_epcClass, urn:epc:idpat:giai:*.*,   UNSUPPORTED",
        "eventCountLimit, 0,                       OUT_OF_RANGE",
        "eventCountLimit, 1e3,                     OUT_OF_RANGE",
        "ge_eventtime,   2026-03-02T12:00:00Z,     UNSUPPORTED",
        "eventType,      Event,                    UNKNOWN_VALUE",
        "EQ_action,      LOOK,                     UNKNOWN_VALUE",
        "GE_eventTime,   yesterday,                MALFORMED",
        "LT_eventTime,   2026-03-02T12:00:00,      MALFORMED",
        "MATCH_epc,      3034,                     MALFORMED_EPC",
        "MATCH_epc,      urn:epc:id:giai:06.7,     EPC_COMPANY_PREFIX",
        "MATCH_epc,      urn:epc:idpat:sscc:*.*,   UNKNOWN_EPC_SCHEME",
        "MATCH_anyEPC,   urn:epc:idpat:giai:*.7,   EPC_PATTERN",
        "MATCH_epc,      urn:epc:idpat:giai:06.*,  EPC_COMPANY_PREFIX",
        "MATCH_epc,      '',                       REQUIRED",
        "EQ_readPoint,   urn:tallygate:portal:%zz, MALFORMED",
        "perPage,        0,                        OUT_OF_RANGE",
        "perPage,        many,                     OUT_OF_RANGE",
        "orderBy,        bizStep,                  UNSUPPORTED",
        "orderDirection, UP,                       UNKNOWN_VALUE",
        "nextPageToken,  nonsense,                 INVALID_CURSOR",
        // Of the other order, and of this one with no number where one belongs.
        "nextPageToken,  LXJlY29yZFRpbWUfMR9hHzE,  INVALID_CURSOR",
        "nextPageToken,  LWV2ZW50VGltZR94H3kfMQ,   INVALID_CURSOR",
        "nextPageToken,  LWV2ZW50VGltZR8xH3kfeg,   INVALID_CURSOR"
    })
    void shouldRefuseWhatItDoesNotUnderstand(String parameter, String value, String code) {
        as("officer")
                .queryParam(parameter, value)
                .get(EVENTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("epcisException:QueryParameterException"))
                .body("code", equalTo("QUERY_PARAMETER"))
                .body("violations.field", contains(parameter))
                .body("violations.code", contains(code));
    }

    private Object visit() {
        return events("officer").extract().path(LIST + "[2]");
    }
}
