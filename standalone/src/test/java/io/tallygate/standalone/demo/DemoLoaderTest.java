package io.tallygate.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoLoaderTest {
    private final List<String> entered = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> keys = Collections.synchronizedSet(new HashSet<>());
    private final Set<String> notYetHeardOf = Collections.synchronizedSet(new HashSet<>());
    private final Set<String> refused = Collections.synchronizedSet(new HashSet<>());

    private HttpServer server;

    @BeforeEach
    void aGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realm/protocol/openid-connect/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String user = form.replaceAll(".*username=([^&]*).*", "$1");
            answer(exchange, 200, "{\"access_token\":\"of-" + user + "\"}");
        });
        server.createContext("/api/", this::enter);
        server.start();
    }

    @AfterEach
    void stopIt() {
        server.stop(0);
    }

    @Test
    void shouldEnterEverythingOnceHoweverOftenItRuns() throws Exception {
        load();
        int once = entered.size();
        load();

        assertThat(entered).hasSize(once).doesNotHaveDuplicates();
        assertThat(entered).contains("of-secadmin /api/personnel/people demo--api-personnel-people-P0101");
        assertThat(entered).contains("of-manager /api/facilities/portals/P-101 PUT");
        assertThat(entered).contains("of-manager /api/facilities/desks/D-101 PUT");
        assertThat(entered)
                .filteredOn(line -> line.startsWith("of-registrar /api/devices"))
                .hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void shouldWaitForAServiceThatHasNotHeardOfAPersonYet() throws Exception {
        notYetHeardOf.add("/api/devices");

        load();

        assertThat(entered).anyMatch(line -> line.startsWith("of-registrar /api/devices"));
    }

    @Test
    void shouldSayWhatWasRefused() {
        refused.add("/api/facilities/cabinets");

        assertThatThrownBy(this::load)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/api/facilities/cabinets")
                .hasMessageContaining("400");
    }

    private void load() throws IOException, InterruptedException {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        try (HttpClient http = HttpClient.newHttpClient()) {
            new DemoLoader(http, new DemoTokens(http, base + "/realm"), base).load(DemoCall.all(5084));
        }
    }

    private void enter(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String user = Objects.toString(exchange.getRequestHeaders().getFirst("Authorization"))
                .replace("Bearer ", "");
        String key = Objects.toString(exchange.getRequestHeaders().getFirst("Idempotency-Key"), "PUT");
        exchange.getRequestBody().readAllBytes();
        if (refused.contains(path)) {
            answer(exchange, 400, "{\"code\":\"INVALID_REQUEST\"}");
        } else if (notYetHeardOf.remove(path)) {
            answer(exchange, 422, "{\"code\":\"UNKNOWN_KEEPER\"}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, keys.contains(path) ? 200 : 404, "{}");
        } else if (keys.add(key.equals("PUT") ? path : path + key)) {
            entered.add(user + " " + path + " " + key);
            answer(exchange, 201, "{}");
        } else {
            answer(exchange, 409, "{\"code\":\"DUPLICATE\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
