package io.tallygate.standalone.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * Loads the demo data: {@code TALLYGATE_GATEWAY_URL} and {@code TALLYGATE_OIDC} say where to, {@code
 * TALLYGATE_PORT_READERS} on which port the first simulated reader listens.
 */
public final class DemoMain {
    private DemoMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int firstReader = Integer.parseInt(System.getenv().getOrDefault("TALLYGATE_PORT_READERS", "5084"));
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            DemoTokens tokens = new DemoTokens(http, setting("TALLYGATE_OIDC"));
            new DemoLoader(http, tokens, setting("TALLYGATE_GATEWAY_URL")).load(DemoCall.all(firstReader));
        }
    }

    private static String setting(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}
