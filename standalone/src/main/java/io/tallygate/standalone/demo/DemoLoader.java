package io.tallygate.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Enters the demo data, waiting where a service has not yet heard of what was entered at another. */
final class DemoLoader {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOST = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(150);

    /** What comes right by itself: a person, department or cabinet not yet heard of, a service not yet there. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 404, 422, 429, 502, 503, 504);

    private final HttpClient http;
    private final DemoTokens tokens;
    private final String gateway;

    DemoLoader(HttpClient http, DemoTokens tokens, String gateway) {
        this.http = http;
        this.tokens = tokens;
        this.gateway = gateway;
    }

    /** @throws IOException naming the entry that was refused, and how */
    void load(List<DemoCall> calls) throws IOException, InterruptedException {
        long added = 0;
        Map<Boolean, List<DemoCall>> ofDevices = calls.stream()
                .collect(Collectors.partitioningBy(call -> call.service().equals("devices")));
        try (ExecutorService hands = Executors.newCachedThreadPool()) {
            // People and rooms do not need each other; devices need both.
            for (List<DemoCall> together : ofDevices.values()) {
                added += sum(hands.invokeAll(byService(together).stream()
                        .map(lane -> (Callable<Long>) () -> inOrder(lane, hands))
                        .toList()));
            }
        }
        System.out.printf("Demo data: %d entries, %d of them new%n", calls.size(), added);
    }

    private static Collection<List<DemoCall>> byService(List<DemoCall> calls) {
        return calls.stream()
                .collect(Collectors.groupingBy(DemoCall::service, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** One collection after the other, as each needs those before it; the entries of one together. */
    private long inOrder(List<DemoCall> lane, ExecutorService hands) throws IOException, InterruptedException {
        long added = 0;
        var collections = lane.stream()
                .collect(Collectors.groupingBy(DemoCall::collection, LinkedHashMap::new, Collectors.toList()));
        for (List<DemoCall> together : collections.values()) {
            added += sum(hands.invokeAll(together.stream()
                    .map(call -> (Callable<Long>) () -> enter(call) ? 1L : 0L)
                    .toList()));
        }
        return added;
    }

    private static long sum(List<Future<Long>> counts) throws IOException, InterruptedException {
        long sum = 0;
        for (Future<Long> count : counts) {
            try {
                sum += count.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException refused ? refused : new IOException(e.getCause());
            }
        }
        return sum;
    }

    private boolean enter(DemoCall call) throws IOException, InterruptedException {
        long end = System.nanoTime() + MOST.toNanos();
        while (true) {
            HttpResponse<String> answer = call.method().equals("PUT") ? putNew(call) : send(call, post(call));
            int status = answer.statusCode();
            if (status / 100 == 2 || status == 409) {
                return status == 201;
            }
            if (!PASSING.contains(status) || System.nanoTime() > end) {
                throw new IOException(call.subject() + " was refused: " + status + " " + answer.body());
            }
            if (status == 401) {
                tokens.forget(call.user());
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Leaves alone what is there: somebody may have changed it. */
    private HttpResponse<String> putNew(DemoCall call) throws IOException, InterruptedException {
        HttpResponse<String> present = send(call, request(call).GET());
        return present.statusCode() == 404
                ? send(
                        call,
                        request(call)
                                .PUT(HttpRequest.BodyPublishers.ofString(
                                        call.body().toString())))
                : present;
    }

    private HttpRequest.Builder post(DemoCall call) {
        return request(call)
                .header("Idempotency-Key", call.idempotencyKey())
                .POST(HttpRequest.BodyPublishers.ofString(call.body().toString()));
    }

    private HttpRequest.Builder request(DemoCall call) {
        return HttpRequest.newBuilder(URI.create(gateway + call.path()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(DemoCall call, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        request.header("Authorization", "Bearer " + tokens.of(call.user()));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
