package io.tallygate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Desk;
import io.tallygate.contracts.rfid.v1.DeskSight;
import io.tallygate.contracts.rfid.v1.DeskTag;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.testkit.EventStores;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies on a desk, for those who register it. */
@QuarkusTest
@QuarkusTestResource(EventStores.class)
@QuarkusTestResource(StubService.class)
class DeskTagsResourceTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LAPTOP = "3414257BF400000000989681";
    private static final String CHIP = "E28011602000000000000001";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int MOST_STREAMS = 64;

    @TestHTTPResource("/api/live/")
    URI live;

    @Test
    void shouldTellTheRegistrarWhatLiesOnTheDeskAndWhatIsTakenAway() throws Exception {
        String desk = aDesk();
        try (InputStream stream = open(desk)) {
            List<JsonNode> events = events(stream);
            await().atMost(SOON).until(() -> !events.isEmpty());
            assertThat(events.getFirst().get("state").asText()).isEqualTo("UNWATCHED");

            untilTold(desk, aSight(desk).addTags(tag(LAPTOP, CHIP, -4250)).addTags(tag("E2801160", "", -6000)), events);

            JsonNode told = events.getLast();
            assertThat(told.get("deskCode").asText()).isEqualTo(desk);
            assertThat(told.get("state").asText()).isEqualTo("WATCHING");
            assertThat(told.get("noTid").asBoolean()).isFalse();
            assertThat(told.at("/tags/0/epc").asText()).isEqualTo(LAPTOP);
            assertThat(told.at("/tags/0/epcUri").asText()).isEqualTo("urn:epc:id:giai:0614141.10000001");
            assertThat(told.at("/tags/0/tid").asText()).isEqualTo(CHIP);
            assertThat(told.at("/tags/0/rssiDbm").asDouble()).isEqualTo(-42.5);
            assertThat(told.at("/tags/1/epcUri").asText()).isEqualTo("urn:epc:raw:32.xE2801160");
            assertThat(told.at("/tags/1").has("tid")).isFalse();

            TestKafka.publish(Topic.RFID_DESKS, desk, aSight(desk).build());
            await().atMost(SOON)
                    .until(() -> events.getLast().get("state").asText().equals("WATCHING")
                            && events.getLast().get("tags").isEmpty());
        }
    }

    @Test
    void shouldSayThatTheReaderIsAwayAndWhy() throws Exception {
        String desk = aDesk();
        try (InputStream stream = open(desk)) {
            List<JsonNode> events = events(stream);
            untilTold(
                    desk,
                    aSight(desk)
                            .setState(PortalState.BLIND)
                            .setReason("CONNECTION_REFUSED")
                            .setNoTid(true)
                            .addTags(tag(LAPTOP, "", -4000)),
                    events);

            assertThat(events.getLast().get("state").asText()).isEqualTo("BLIND");
            assertThat(events.getLast().get("reason").asText()).isEqualTo("CONNECTION_REFUSED");
            assertThat(events.getLast().get("noTid").asBoolean()).isTrue();
        }
    }

    @Test
    void shouldNotMixDesks() throws Exception {
        String desk = aDesk();
        String other = aDesk();
        try (InputStream stream = open(desk);
                InputStream ofOther = open(other)) {
            List<JsonNode> events = events(stream);
            List<JsonNode> others = events(ofOther);
            untilTold(other, aSight(other).addTags(tag(CHIP, "", -4000)), others);
            untilTold(desk, aSight(desk).addTags(tag(LAPTOP, "", -4000)), events);

            assertThat(events.toString()).doesNotContain(CHIP);
        }
    }

    /** Told again and again: what came before the gateway had caught up counts as of yesterday. */
    private static void untilTold(String desk, DeskSight.Builder sight, List<JsonNode> events) {
        AtomicInteger times = new AtomicInteger();
        await().atMost(SOON).pollInterval(Duration.ofMillis(300)).until(() -> {
            TestKafka.publish(
                    Topic.RFID_DESKS,
                    desk,
                    sight.setReportedAtUs(times.incrementAndGet()).build());
            return !events.isEmpty() && events.getLast().get("tags").size() == sight.getTagsCount();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "manager", "officer", "leader", "member.rd", "sysadmin", "secadmin", "auditor"})
    void shouldShowDesksOnlyToThoseWhoRegister(String user) throws Exception {
        isRefused(request(Tokens.of(user), "desks/" + aDesk() + "/tags"), 403, "FORBIDDEN");
    }

    @Test
    void shouldShowTheRegistrarNoExit() throws Exception {
        String registrar = Tokens.of("registrar");

        isRefused(request(registrar, "portals/P-101/reads"), 403, "FORBIDDEN");
        isRefused(request(registrar, "desks/P-101/tags"), 404, "NOT_FOUND");
        isRefused(request(registrar, "desks/d_1/tags"), 404, "NOT_FOUND");
    }

    @Test
    void shouldRefuseStrangersAndThoseWhoHaveLeft() throws Exception {
        isRefused(request("no-token", "desks/" + aDesk() + "/tags"), 401, "UNAUTHENTICATED");
        isRefused(request(Tokens.with("has.left", "it-staff"), "desks/" + aDesk() + "/tags"), 403, "UNKNOWN_PERSON");
    }

    @Test
    void shouldBoundHowManyFollowAndTakeThemAgainWhenOthersLeave() throws Exception {
        String desk = aDesk();
        List<InputStream> streams = new ArrayList<>();
        try {
            await().atMost(SOON).pollInterval(Duration.ofMillis(1)).until(() -> {
                HttpResponse<InputStream> response = request(Tokens.of("registrar"), "desks/" + desk + "/tags");
                streams.add(response.body());
                return response.statusCode() == 429;
            });
            assertThat(streams).hasSizeBetween(2, MOST_STREAMS + 1);
        } finally {
            for (InputStream stream : streams) {
                stream.close();
            }
        }
        await().atMost(SOON).until(() -> {
            HttpResponse<InputStream> response = request(Tokens.of("registrar"), "desks/" + desk + "/tags");
            response.body().close();
            return response.statusCode() == 200;
        });
    }

    /** A desk that the gateway has heard of. */
    private String aDesk() {
        String code = "D-" + NEXT.incrementAndGet();
        TestKafka.publish(
                Topic.FACILITIES_DESKS, code, Desk.newBuilder().setCode(code).build());
        await().atMost(SOON).until(() -> {
            HttpResponse<InputStream> response = request(Tokens.of("registrar"), "desks/" + code + "/tags");
            response.body().close();
            return response.statusCode() != 404;
        });
        return code;
    }

    private static DeskSight.Builder aSight(String desk) {
        return DeskSight.newBuilder().setDeskCode(desk).setState(PortalState.WATCHING);
    }

    private static DeskTag tag(String epc, String tid, int centiDbm) {
        return DeskTag.newBuilder()
                .setEpc(epc)
                .setTid(tid)
                .setRssiCentiDbm(centiDbm)
                .build();
    }

    private InputStream open(String desk) throws Exception {
        HttpResponse<InputStream> response = request(Tokens.of("registrar"), "desks/" + desk + "/tags");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        return response.body();
    }

    private HttpResponse<InputStream> request(String token, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(live.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Does not read the body of a stream, which would never end. */
    private static void isRefused(HttpResponse<InputStream> response, int status, String code) throws Exception {
        try (InputStream body = response.body()) {
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(JSON.readTree(body).get("code").asText()).isEqualTo(code);
        }
    }

    /** Gathers events as they come; ends when the stream is closed. */
    private static List<JsonNode> events(InputStream stream) {
        List<JsonNode> gathered = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> {
            Scanner lines = new Scanner(stream, StandardCharsets.UTF_8).useDelimiter("\n");
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.startsWith("data: ")) {
                    gathered.add(tree(line.substring(6)));
                }
            }
        });
        return gathered;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
