package io.tallygate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.incidents.v1.Incident;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Direction;
import io.tallygate.contracts.rfid.v1.PortalFigures;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.testkit.EventStores;
import io.tallygate.testkit.TestKafka;
import io.tallygate.testkit.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EventStores.class)
@QuarkusTestResource(StubService.class)
class LiveResourceTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TestHTTPResource("/api/live")
    URI live;

    @Test
    void shouldShowACrossingToThoseWhoMaySeeItsItemAndToNobodyElse() throws Exception {
        try (Stream<String> ofGuard = open("guard");
                Stream<String> ofRd = open("member.rd");
                Stream<String> ofOps = open("member.ops");
                Stream<String> ofAuditor = open("auditor")) {
            List<String> guard = collect(ofGuard);
            List<String> rd = collect(ofRd);
            List<String> ops = collect(ofOps);
            List<String> auditor = collect(ofAuditor);

            String secret = publishCrossing("RD", 4);
            String topSecret = publishCrossing("RD", 5);
            String open = publishCrossing("OPS", 3);

            await().atMost(SOON).untilAsserted(() -> {
                assertThat(guard)
                        .anyMatch(line -> line.contains(secret))
                        .anyMatch(line -> line.contains(topSecret))
                        .anyMatch(line -> line.contains(open));
                assertThat(rd).anyMatch(line -> line.contains(secret));
                assertThat(ops).anyMatch(line -> line.contains(open));
            });
            assertThat(rd).noneMatch(line -> line.contains(topSecret) || line.contains(open));
            assertThat(ops).noneMatch(line -> line.contains(secret) || line.contains(topSecret));
            assertThat(auditor).noneMatch(line -> line.startsWith("data:"));
        }
    }

    @Test
    void shouldNotShowACrossingAgainThatOnlyItsChipWasAddedTo() throws Exception {
        try (Stream<String> ofGuard = open("guard")) {
            List<String> guard = collect(ofGuard);
            Crossing crossing = aCrossing("RD", 4);
            publish(crossing);
            publish(crossing.toBuilder()
                    .setTid("E2801160600002054E1A4B2C")
                    .setTidReadAtUs(1)
                    .build());

            String next = publishCrossing("RD", 4);

            await().atMost(SOON).untilAsserted(() -> assertThat(guard).anyMatch(line -> line.contains(next)));
            assertThat(guard)
                    .filteredOn(line -> line.contains(crossing.getCrossingId()))
                    .hasSize(1);
        }
    }

    @Test
    void shouldStreamIncidentsAsTheListShowsThem() throws Exception {
        try (Stream<String> ofOfficer = open("officer")) {
            List<String> officer = collect(ofOfficer);
            String id = UUID.randomUUID().toString();
            TestKafka.publish(
                    Topic.INCIDENTS,
                    id,
                    Incident.newBuilder()
                            .setId(id)
                            .setKind("UNAUTHORIZED_EXIT")
                            .setReason("NO_PERMIT")
                            .setEpc("3034257BF400B7800004CB2F")
                            .setDepartmentCode("RD")
                            .setLevelRank(4)
                            .setState("OPEN")
                            .build());
            await().atMost(SOON).untilAsserted(() -> assertThat(officer)
                    .contains("event: incident")
                    .anyMatch(line -> line.contains(id)
                            && line.contains("\"reason\":\"NO_PERMIT\"")
                            && line.contains("\"epcUri\":\"urn:epc:id:sgtin:0614141.")));
        }
    }

    @Test
    void shouldTellTheStateOfEveryPortalAtTheStart() throws Exception {
        TestKafka.publish(
                Topic.RFID_HEALTH,
                "P-777",
                PortalHealth.newBuilder()
                        .setPortalCode("P-777")
                        .setState(PortalState.BLIND)
                        .setReason("CONNECTION_LOST")
                        .build());
        await().atMost(SOON).untilAsserted(() -> {
            try (Stream<String> ofGuard = open("guard")) {
                List<String> guard = collect(ofGuard);
                await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(guard)
                        .anyMatch(line -> line.contains("P-777") && line.contains("BLIND")));
            }
        });
    }

    @Test
    void shouldTellEveryFigureOfAPortal() throws Exception {
        try (Stream<String> ofGuard = open("guard")) {
            List<String> guard = collect(ofGuard);
            TestKafka.publish(
                    Topic.RFID_HEALTH,
                    "P-779",
                    PortalHealth.newBuilder()
                            .setPortalCode("P-779")
                            .setState(PortalState.WATCHING)
                            .setReadsPerSecond(12.5)
                            .setSpoolDepth(340)
                            .setConnects(3)
                            .setClockSkewUs(-2_500_000)
                            .setThinnedReads(70)
                            .setFigures(PortalFigures.newBuilder()
                                    .setAlarmed(4)
                                    .setAllowed(120)
                                    .setRecorded(33)
                                    .setForeign(9)
                                    .setTimeToAlarmUs(930)
                                    .setSlowestTimeToAlarmUs(3_250)
                                    .setQueuedCrossings(2)
                                    .setQueuedReads(410))
                            .build());

            await().atMost(SOON).untilAsserted(() -> assertThat(told(guard, "P-779"))
                    .first(STRING)
                    .contains(
                            "\"readsPerSecond\":12.5,\"spoolDepth\":340,",
                            "\"connects\":3,\"thinnedReads\":70,\"clockSkewMillis\":-2500,",
                            "\"figures\":{\"alarmed\":4,\"allowed\":120,\"recorded\":33,\"foreign\":9,"
                                    + "\"queuedCrossings\":2,\"queuedReads\":410,"
                                    + "\"timeToAlarmMillis\":0.93,\"slowestTimeToAlarmMillis\":3.25}"));
            // Of a bridge that tells no figures nobody invents them, and when that is dead nobody keeps them.
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(states(guard, "P-779")).containsExactly("WATCHING", "BLIND"));
            assertThat(told(guard, "P-779")).last(STRING).doesNotContain("figures");
        }
    }

    /** Whoever knows the reference tag could keep a covered gate content with a copy of it. */
    @Test
    void shouldTellNobodyWhichTagIsTheReferenceTag() throws Exception {
        String reference = "3034257BF400B78000FFFFFF";
        try (Stream<String> ofGuard = open("guard");
                Stream<String> ofManager = open("manager")) {
            List<List<String>> everybody = List.of(collect(ofGuard), collect(ofManager));
            TestKafka.publish(
                    Topic.RFID_HEALTH,
                    "P-780",
                    PortalHealth.newBuilder()
                            .setPortalCode("P-780")
                            .setState(PortalState.BLIND)
                            .setReason("REFERENCE_TAG_SILENT")
                            .setDetail("tag " + reference + " is not seen")
                            .build());

            for (List<String> lines : everybody) {
                await().atMost(SOON)
                        .untilAsserted(() ->
                                assertThat(told(lines, "P-780")).first(STRING).contains("REFERENCE_TAG_SILENT"));
                assertThat(lines).noneMatch(line -> line.contains(reference));
            }
        }
    }

    private static List<String> told(List<String> lines, String portal) {
        return lines.stream()
                .filter(line -> line.contains("\"portalCode\":\"" + portal + "\"") && line.contains("reportedAt"))
                .toList();
    }

    /** A bridge that is dead says nothing, not even that. */
    @Test
    void shouldTellThatAPortalIsBlindWhoseBridgeHasFallenSilent() throws Exception {
        try (Stream<String> ofGuard = open("guard")) {
            List<String> guard = collect(ofGuard);
            PortalHealth watching = PortalHealth.newBuilder()
                    .setPortalCode("P-778")
                    .setState(PortalState.WATCHING)
                    .setReadsPerSecond(40)
                    .setReportedAtUs(1_000_000)
                    .build();

            TestKafka.publish(Topic.RFID_HEALTH, "P-778", watching);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(states(guard, "P-778")).containsExactly("WATCHING", "BLIND"));
            assertThat(guard)
                    .anyMatch(line -> line.contains("\"reason\":\"BRIDGE_SILENT\"")
                            && line.contains("\"since\":\"1970-01-01T00:00:03Z\""));
            try (Stream<String> ofOfficer = open("officer")) {
                List<String> officer = collect(ofOfficer);
                await().atMost(SOON).untilAsserted(() -> assertThat(states(officer, "P-778"))
                        .containsExactly("BLIND"));
            }
            TestKafka.publish(
                    Topic.RFID_HEALTH,
                    "P-778",
                    watching.toBuilder().setReportedAtUs(2_000_000).build());
            await().atMost(SOON).untilAsserted(() -> assertThat(states(guard, "P-778"))
                    .startsWith("WATCHING", "BLIND", "WATCHING"));
        }
    }

    /** Its bridge may be dead with its gate, or not have heard of it yet: either way it goes on being told of. */
    @Test
    void shouldTellNothingOfAPortalThatIsTakenDownUntilItIsPutUpAgain() throws Exception {
        try (Stream<String> ofGuard = open("guard")) {
            List<String> guard = collect(ofGuard);
            tellWatching("P-781", 1);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(states(guard, "P-781")).containsExactly("WATCHING", "BLIND"));

            configure("P-781", false);
            await().atMost(SOON).untilAsserted(() -> assertThat(guard)
                    .contains("event: portal", "data: {\"portalCode\":\"P-781\",\"active\":false}"));
            tellWatching("P-781", 2);
            tellWatching("P-782", 2);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(states(guard, "P-782")).contains("WATCHING"));
            assertThat(states(guard, "P-781")).containsExactly("WATCHING", "BLIND");
            try (Stream<String> ofOfficer = open("officer")) {
                List<String> officer = collect(ofOfficer);
                await().atMost(SOON).untilAsserted(() -> assertThat(states(officer, "P-782"))
                        .isNotEmpty());
                assertThat(states(officer, "P-781")).isEmpty();
            }

            configure("P-781", true);
            await().atMost(SOON).untilAsserted(() -> assertThat(guard)
                    .contains("data: {\"portalCode\":\"P-781\",\"active\":true}"));
            // As it was told of last; no bridge watches it here, and that shows again, too.
            await().atMost(SOON).untilAsserted(() -> assertThat(states(guard, "P-781"))
                    .hasSizeGreaterThan(2)
                    .endsWith("BLIND"));
        }
    }

    private static void configure(String code, boolean active) {
        TestKafka.publish(
                Topic.FACILITIES_PORTALS,
                code,
                Portal.newBuilder().setCode(code).setActive(active).build());
    }

    private static void tellWatching(String code, long second) {
        TestKafka.publish(
                Topic.RFID_HEALTH,
                code,
                PortalHealth.newBuilder()
                        .setPortalCode(code)
                        .setState(PortalState.WATCHING)
                        .setReportedAtUs(second * 1_000_000)
                        .build());
    }

    private static List<String> states(List<String> lines, String portal) {
        return told(lines, portal).stream()
                .map(line -> line.replaceAll(".*\"state\":\"([A-Z]+)\".*", "$1"))
                .toList();
    }

    @Test
    void shouldResendWhatABrowserMissedWhileItWasAway() throws Exception {
        List<String> first;
        String seen = publishCrossing("RD", 1);
        try (Stream<String> ofGuard = open("guard")) {
            first = collect(ofGuard);
            String while1 = publishCrossing("RD", 1);
            await().atMost(SOON).untilAsserted(() -> assertThat(first).anyMatch(line -> line.contains(while1)));
        }
        String lastId = first.stream()
                .filter(line -> line.startsWith("id: "))
                .reduce((a, b) -> b)
                .orElseThrow()
                .substring(4);
        String missed = publishCrossing("RD", 1);
        try (Stream<String> again = open("guard", "Last-Event-ID", lastId)) {
            List<String> second = collect(again);
            await().atMost(SOON).untilAsserted(() -> assertThat(second).anyMatch(line -> line.contains(missed)));
            assertThat(second).noneMatch(line -> line.contains(seen));
        }
    }

    private static String publishCrossing(String department, int levelRank) {
        Crossing crossing = aCrossing(department, levelRank);
        publish(crossing);
        return crossing.getCrossingId();
    }

    private static void publish(Crossing crossing) {
        TestKafka.publish(Topic.RFID_CROSSINGS, crossing.getEpc(), crossing);
    }

    private static Crossing aCrossing(String department, int levelRank) {
        return Crossing.newBuilder()
                .setCrossingId(UUID.randomUUID().toString())
                .setPortalCode("P-101")
                .setEpc("3034257BF400B7800004CB2F")
                .setDepartmentCode(department)
                .setLevelRank(levelRank)
                .setDirection(Direction.OUT)
                .setVerdict(Verdict.ALARM)
                .setReason("NO_PERMIT")
                .build();
    }

    private Stream<String> open(String user, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(live).header("Authorization", "Bearer " + Tokens.of(user));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        return response.body();
    }

    /** Gathers lines as they come; ends when the stream is closed. */
    private static List<String> collect(Stream<String> lines) {
        List<String> collected = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> {
            try {
                lines.forEach(collected::add);
            } catch (RuntimeException closed) {
                collected.add("(closed)");
            }
        });
        return collected;
    }
}
