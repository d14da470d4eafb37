package io.tallygate.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallygate.bench.gate.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Tags that no ledger knows are run out of P-101 one after the other. The beginning is the moment at which the bridge had received the
 * report that decided the crossing, as the crossing's own message tells; the end is the {@code incident} event of the same tag on {@code
 * /api/live}, as it is read here. Both are this machine's clock.
 */
public final class LiveStreamRun {
    private static final String PORTAL = "P-101";
    private static final int RUNNING = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DemoStack stack;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Long> incidentsUs = new ConcurrentHashMap<>();
    private final Samples fromReport = new Samples();
    private final Samples fromAlarm = new Samples();
    private final long firstTag = System.currentTimeMillis();
    private int missing;

    public LiveStreamRun(DemoStack stack) {
        this.stack = stack;
    }

    /**
     * Both until the incident is read from the live stream.
     *
     * @param fromReport from the report that decided the crossing, received by the bridge
     * @param fromAlarm from the alarm's arrival at the reader
     * @param missing passages without a crossing, an alarm or an incident
     */
    public record Figures(Samples fromReport, Samples fromAlarm, int missing) {}

    public Figures run(int warmUp, int measured) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> live = http.send(
                HttpRequest.newBuilder(URI.create(stack.gateway() + "/api/live"))
                        .header("Authorization", "Bearer " + token())
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        if (live.statusCode() != 200) {
            throw new IOException("the live stream answers " + live.statusCode());
        }
        Thread listening = Thread.ofVirtual().start(() -> listen(live.body()));
        try (ReceivedReports reports = new ReceivedReports(stack.kafka())) {
            for (int i = 0; i < warmUp + measured; i++) {
                if (i == warmUp) {
                    fromReport.clear();
                    fromAlarm.clear();
                    missing = 0;
                }
                runOut(String.format("3414257BF4%014X", firstTag + i), reports);
            }
        } finally {
            listening.interrupt();
            http.shutdownNow();
        }
        return new Figures(fromReport, fromAlarm, missing);
    }

    private void listen(Stream<String> lines) {
        boolean[] incident = {false};
        try (lines) {
            lines.forEach(line -> {
                if (line.startsWith("event:")) {
                    incident[0] = line.contains("incident");
                } else if (incident[0] && line.startsWith("data:")) {
                    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
                    incidentsUs.putIfAbsent(epc(line.substring("data:".length())), now);
                }
            });
        } catch (java.io.UncheckedIOException closed) {
            // The run is over and its client closed.
            incident[0] = false;
        }
    }

    private String epc(String data) {
        try {
            return json.readTree(data).path("epc").asText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void runOut(String epc, ReceivedReports reports) throws IOException, InterruptedException {
        long begun = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        String passage = json.createObjectNode()
                .put("epc", epc)
                .put("direction", "OUT")
                .put("speed", RUNNING)
                .toString();
        JsonNode walking =
                ask(HttpRequest.newBuilder(URI.create(stack.simulator() + "/readers/" + PORTAL + "/passages"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(passage)));
        Thread.sleep(walking.path("millis").asLong() + 50);
        long alarmUs = alarmSince(begun);
        for (long waited = 0; !incidentsUs.containsKey(epc) && waited < PATIENCE.toMillis(); waited += 20) {
            Thread.sleep(20);
        }
        long reportUs = reports.ofTag(epc, PATIENCE);
        Long incidentUs = incidentsUs.get(epc);
        if (reportUs == 0 || alarmUs == 0 || incidentUs == null) {
            missing++;
        } else {
            fromReport.add((incidentUs - reportUs) * 1000);
            fromAlarm.add((incidentUs - alarmUs) * 1000);
        }
    }

    private long alarmSince(long us) throws IOException, InterruptedException {
        JsonNode reader = ask(HttpRequest.newBuilder(URI.create(stack.simulator() + "/readers/" + PORTAL)));
        long alarm = 0;
        for (JsonNode write : reader.path("gpoHistory")) {
            boolean inTime =
                    write.path("on").asBoolean() && write.path("epochMicros").asLong() >= us;
            alarm = alarm == 0 && inTime ? write.path("epochMicros").asLong() : alarm;
        }
        return alarm;
    }

    private String token() throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=tallygate-cli&username=guard&password=Tallygate-demo-1";
        return ask(HttpRequest.newBuilder(URI.create(stack.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }
}
