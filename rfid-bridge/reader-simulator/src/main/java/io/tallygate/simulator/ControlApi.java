package io.tallygate.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Drives simulated readers over HTTP, on 127.0.0.1 alone. JSON both ways; a refusal is {@code {"code", "detail"}}.
 *
 * <table>
 *   <caption>Calls</caption>
 *   <tr><td>{@code GET /readers}</td><td>every {@link ReaderState}</td></tr>
 *   <tr><td>{@code GET /readers/{code}}</td><td>one</td></tr>
 *   <tr><td>{@code POST /readers/{code}/passages}</td><td>{@code {epc, direction, tid?, speed?, twice?, repeat?}}: 202 with the number of
 *     reads; they happen in real time</td></tr>
 *   <tr><td>{@code POST /readers/{code}/desk}</td><td>{@code {action, epc, tid?, dbm?}}, action put or take (every tag, without an
 *     EPC): the state after it; what lies there is read ten times a second</td></tr>
 *   <tr><td>{@code POST /readers/{code}/faults}</td><td>{@code {fault, words}} as {@link SimCli} lists them: the state after it</td></tr>
 *   <tr><td>{@code POST /readers/{code}/away|back|freeze|garbage|disconnect}</td><td>the state after it</td></tr>
 * </table>
 */
final class ControlApi implements AutoCloseable {

    private static final int MOST_BODY_BYTES = 64 << 10;
    private static final byte[] GARBAGE =
            "GET / HTTP/1.1\r\nHost: not-llrp\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, SimulatedReader> readers;
    private final HttpServer server;

    private ControlApi(Map<String, SimulatedReader> readers, HttpServer server) {
        this.readers = readers;
        this.server = server;
    }

    /**
     * Begins to serve.
     *
     * @param readers by code
     * @param port 0 for any free one
     */
    static ControlApi start(Map<String, SimulatedReader> readers, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ControlApi api = new ControlApi(readers, server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", api::handle);
        server.start();
        return api;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = json.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Answer(int status, Object body) {
        static Answer refused(int status, String code, String detail) {
            return new Answer(status, Map.of("code", code, "detail", detail));
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        List<String> path = List.of(
                exchange.getRequestURI().getPath().replaceFirst("^/", "").split("/"));
        if (!path.getFirst().equals("readers") || path.size() > 3) {
            return Answer.refused(404, "NOT_FOUND", "there are only /readers");
        }
        boolean get = exchange.getRequestMethod().equals("GET");
        if (get != path.size() < 3 || !get && !exchange.getRequestMethod().equals("POST")) {
            return Answer.refused(405, "METHOD_NOT_ALLOWED", exchange.getRequestMethod());
        }
        if (path.size() == 1) {
            return new Answer(
                    200, readers.values().stream().map(SimulatedReader::state).toList());
        }
        SimulatedReader reader = readers.get(path.get(1));
        if (reader == null) {
            return Answer.refused(404, "UNKNOWN_READER", path.get(1) + " is none of " + readers.keySet());
        }
        return path.size() == 2 ? new Answer(200, reader.state()) : act(reader, path.get(2), exchange);
    }

    private Answer act(SimulatedReader reader, String action, HttpExchange exchange) throws IOException {
        switch (action) {
            case "passages" -> {
                return asked(exchange, body -> passage(reader, body));
            }
            case "faults" -> {
                return asked(exchange, body -> {
                    new FaultRequest(reader).run(body);
                    return new Answer(200, reader.state());
                });
            }
            case "desk" -> {
                return asked(exchange, body -> desk(reader, body));
            }
            case "away" -> reader.away();
            case "back" -> reader.back();
            case "freeze" -> reader.freeze();
            case "disconnect" -> reader.disconnect();
            case "garbage" -> reader.send(GARBAGE);
            default -> {
                return Answer.refused(404, "UNKNOWN_ACTION", action);
            }
        }
        return new Answer(200, reader.state());
    }

    @FunctionalInterface
    private interface Action {
        Answer on(@Nullable JsonNode body);
    }

    private Answer asked(HttpExchange exchange, Action action) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
        if (body.length > MOST_BODY_BYTES) {
            return Answer.refused(413, "TOO_LARGE", "what is asked of a reader is small");
        }
        try {
            return action.on(json.readTree(body));
        } catch (JsonProcessingException e) {
            return Answer.refused(400, "MALFORMED_JSON", e.getOriginalMessage());
        } catch (FaultRequest.UnknownFaultException e) {
            return Answer.refused(422, "INVALID_FAULT", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return Answer.refused(422, "INVALID_PASSAGE", String.valueOf(e.getMessage()));
        }
    }

    private static Answer desk(SimulatedReader reader, @Nullable JsonNode body) {
        try {
            DeskRequest.run(reader, body);
            return new Answer(200, reader.state());
        } catch (IllegalArgumentException e) {
            return Answer.refused(422, "INVALID_DESK", String.valueOf(e.getMessage()));
        }
    }

    private static Answer passage(SimulatedReader reader, @Nullable JsonNode body) {
        PassageRequest request = PassageRequest.of(body);
        int reads = request.run(reader);
        return new Answer(
                202,
                Map.of(
                        "reader", reader.code(),
                        "epc", request.passage().epc(),
                        "direction", request.passage().direction(),
                        "reads", reads,
                        "millis", request.millis(),
                        "connected", reader.state().connected(),
                        "reading", reader.state().reading()));
    }

    /** A passage as asked for over HTTP. */
    private record PassageRequest(Passage passage, boolean twice, int repeat) {

        private static final int MOST_REPEATS = 1_000;

        static PassageRequest of(@Nullable JsonNode body) {
            if (body == null || !body.isObject()) {
                throw new IllegalArgumentException("a passage is a JSON object");
            }
            int repeat = body.path("repeat").asInt(1);
            if (repeat < 1 || repeat > MOST_REPEATS) {
                throw new IllegalArgumentException("repeat is 1 to " + MOST_REPEATS + ", not " + repeat);
            }
            String tid = body.path("tid").asText("");
            Passage passage = new Passage(
                    body.path("epc").asText(""),
                    tid.isEmpty() ? null : tid,
                    Direction.of(body.path("direction").asText("")),
                    body.path("speed").asDouble(Passage.USUAL_SPEED),
                    System.nanoTime());
            return new PassageRequest(passage, body.path("twice").asBoolean(), repeat);
        }

        long millis() {
            return ((repeat - 1) * (passage.micros() + Passage.PAUSE_MICROS) + passage.micros()) / 1_000;
        }

        int run(SimulatedReader reader) {
            for (int i = 0; i < repeat; i++) {
                reader.pass(passage, twice, i * (passage.micros() + Passage.PAUSE_MICROS));
            }
            return repeat * (twice ? 2 : 1) * passage.reads().size();
        }
    }
}
