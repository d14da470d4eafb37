package io.tallygate.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Signs the demo users in by the password grant, which only the demo realm allows. */
final class DemoTokens {
    private static final String PASSWORD = "Tallygate-demo-1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI endpoint;
    private final Map<String, String> tokens = new HashMap<>();

    DemoTokens(HttpClient http, String issuer) {
        this.http = http;
        this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** One at a time: Keycloak takes several sign-ins of a user at once for somebody trying passwords. */
    synchronized String of(String user) throws IOException, InterruptedException {
        String token = tokens.get(user);
        if (token == null) {
            token = signIn(user);
            tokens.put(user, token);
        }
        return token;
    }

    /** So that the next use signs in anew. */
    synchronized void forget(String user) {
        tokens.remove(user);
    }

    private String signIn(String user) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=tallygate-cli&username=" + user + "&password=" + PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        JsonNode token = response.statusCode() == 200
                ? new ObjectMapper().readTree(response.body()).path("access_token")
                : MissingNode.getInstance();
        if (!token.isTextual()) {
            throw new IOException(user + " could not sign in: " + response.statusCode() + " " + response.body());
        }
        return token.asText();
    }
}
