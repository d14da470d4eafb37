package io.tallygate.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds what a service serves to {@code contracts/openapi/<service>.yaml}. With {@code -Dcontracts.update} it writes the snapshot
 * instead, for a change that is meant; the difference is then reviewed like code.
 */
public final class OpenApiSnapshot {

    private static final YAMLMapper YAML = new YAMLMapper();

    private OpenApiSnapshot() {}

    /** Compares the document of the running service with the snapshot, ignoring the order of keys. */
    public static void verify(String service) {
        String served = given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Path snapshot = root().resolve("contracts/openapi/" + service + ".yaml");
        try {
            JsonNode document = withoutServers(YAML.readTree(served));
            if (System.getProperty("contracts.update") != null) {
                Files.writeString(snapshot, YAML.writeValueAsString(document), StandardCharsets.UTF_8);
            }
            assertThat(snapshot)
                    .as("snapshot; write it with -Dcontracts.update")
                    .exists();
            assertThat(document.toPrettyString())
                    .as("served OpenAPI document against %s", snapshot.getFileName())
                    .isEqualTo(YAML.readTree(snapshot.toFile()).toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address differs from test to test and is not part of the contract. */
    private static JsonNode withoutServers(JsonNode document) {
        if (document instanceof ObjectNode object) {
            object.remove("servers");
        }
        return document;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("contracts/openapi"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("contracts/openapi is not above the working directory");
            }
        }
        return folder;
    }
}
