package io.tallygate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.testkit.EventStores;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import java.io.InputStream;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EventStores.class)
@QuarkusTestResource(StubService.class)
class PortalReadsResourceTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EPC = "3034257BF400B7800004CB2";
    private static final int MOST_STREAMS = 16;

    @TestHTTPResource("/api/live/portals/")
    URI portals;

    @Test
    void shouldTellWhatEachAntennaReadsAndSuggestAStrayLevel() throws Exception {
        try (InputStream stream = open("manager", "P-301")) {
            List<JsonNode> events = events(stream);
            // A listener hears what comes after it has joined.
            await().atMost(SOON).until(() -> {
                publish("P-301", 30, -60);
                publish("P-302", 30, -20);
                return events.stream()
                        .anyMatch(event -> event.at("/suggestedStrayDbm/1").asDouble() == -56);
            });

            JsonNode busy = events.stream()
                    .filter(event -> event.at("/antennas/0/reads").asInt() > 0)
                    .findFirst()
                    .orElseThrow();
            JsonNode antenna = busy.at("/antennas/0");
            assertThat(antenna.get("id").asInt()).isEqualTo(1);
            assertThat(antenna.get("reads").asInt() % 30).isZero();
            assertThat(antenna.get("tags").asInt()).isEqualTo(3);
            assertThat(antenna.get("strongestDbm").asDouble()).isEqualTo(-57.5);
            assertThat(antenna.get("medianDbm").asDouble()).isEqualTo(-60);
            assertThat(busy.get("at").asText()).endsWith("Z");
            assertThat(events.getLast().get("observedSeconds").asInt()).isPositive();
            assertThat(events.toString()).doesNotContain(EPC);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "registrar", "officer", "leader", "member.rd", "secadmin", "auditor"})
    void shouldShowReadsOnlyToThoseWhoRunThePortals(String user) throws Exception {
        isRefused(request(user, "P-301"), 403, "FORBIDDEN");
    }

    @Test
    void shouldRefuseStrangersAndWhatIsNoPortal() throws Exception {
        isRefused(requestBy("no-token", "P-301"), 401, "UNAUTHENTICATED");
        isRefused(request("manager", "p_301"), 404, "NOT_FOUND");
        isRefused(requestBy(Tokens.with("has.left", "facility-manager"), "P-301"), 403, "UNKNOWN_PERSON");
    }

    /** Does not read the body of a stream, which would never end. */
    private static void isRefused(HttpResponse<InputStream> response, int status, String code) throws Exception {
        try (InputStream body = response.body()) {
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(JSON.readTree(body).get("code").asText()).isEqualTo(code);
        }
    }

    @Test
    void shouldBoundHowManyListenAndTakeThemAgainWhenOthersLeave() throws Exception {
        List<InputStream> streams = new ArrayList<>();
        try {
            await().atMost(SOON).until(() -> {
                HttpResponse<InputStream> response = request("sysadmin", "P-303");
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
            HttpResponse<InputStream> response = request("sysadmin", "P-303");
            response.body().close();
            return response.statusCode() == 200;
        });
    }

    private static void publish(String portal, int reads, double medianDbm) {
        ReadBatch.Builder batch = ReadBatch.newBuilder().setPortalCode(portal);
        for (int i = 0; i < reads; i++) {
            batch.addReads(TagRead.newBuilder()
                    .setEpc(EPC + "%X".formatted(i % 3))
                    .setAntenna(1)
                    // 2.5 dB weaker, right, 2.5 dB stronger.
                    .setRssiCentiDbm((int) (medianDbm * 100) + (i % 3 - 1) * 250)
                    .setCount(1));
        }
        TestKafka.publish(Topic.RFID_READS, portal, batch.build());
    }

    private InputStream open(String user, String portal) throws Exception {
        HttpResponse<InputStream> response = request(user, portal);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        return response.body();
    }

    private HttpResponse<InputStream> request(String user, String portal) throws Exception {
        return requestBy(Tokens.of(user), portal);
    }

    private HttpResponse<InputStream> requestBy(String token, String portal) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(portals.resolve(portal + "/reads"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
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
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
