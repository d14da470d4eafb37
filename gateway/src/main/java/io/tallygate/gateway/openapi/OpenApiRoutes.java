package io.tallygate.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tallygate.gateway.GatewaySettings;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /api/openapi}: the whole API as one OpenAPI document. It tells no secret, so it is open to all. */
@Singleton
public class OpenApiRoutes {

    private final String document;

    OpenApiRoutes(GatewaySettings settings) {
        Map<String, JsonNode> documents = new TreeMap<>();
        settings.upstreams().keySet().forEach(service -> documents.put(service, snapshot(service)));
        this.document = MergedDocument.of(documents).toPrettyString();
    }

    void register(@Observes Router router) {
        router.get("/api/openapi").handler(context -> context.response()
                .putHeader("Content-Type", "application/json")
                .end(document));
    }

    private static JsonNode snapshot(String service) {
        String resource = "openapi/" + service + ".yaml";
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("contracts has no " + resource);
            }
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
