package io.tallygate.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tallygate.standalone.supervise.Directories;
import io.tallygate.standalone.supervise.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docker-compose.yml and k8s/ tell each service what the one-machine stack tells it. */
class DeploymentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path home;

    static List<Service> services() {
        return Service.ours();
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldTellAServiceTheSameInDockerCompose(Service service) throws IOException {
        JsonNode compose =
                new YAMLMapper().readTree(ROOT.resolve("docker-compose.yml").toFile());
        JsonNode environment = compose.path("services").path(service.partName()).path("environment");

        assertThat(names(environment)).containsExactlyInAnyOrderElementsOf(told(service));
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldTellAServiceTheSameInKubernetes(Service service) throws IOException {
        Map<String, JsonNode> deployments = kubernetes("Deployment", "StatefulSet");
        JsonNode deployment = Objects.requireNonNull(deployments.get(service.partName()), service.partName());
        JsonNode container = deployment
                .path("spec")
                .path("template")
                .path("spec")
                .path("containers")
                .path(0);
        Set<String> given = new TreeSet<>();
        container
                .path("env")
                .forEach(variable -> given.add(variable.path("name").asText()));
        for (JsonNode source : container.path("envFrom")) {
            String map = source.path("configMapRef").path("name").asText();
            given.addAll(names(Objects.requireNonNull(kubernetes("ConfigMap").get(map), map)
                    .path("data")));
        }

        assertThat(given).containsExactlyInAnyOrderElementsOf(told(service));
    }

    /** On one machine ports tell services apart; where each has a name of its own, URLs and one listening address do. */
    private Set<String> told(Service service) throws IOException {
        Settings settings = new Settings(ROOT, home, Map.of());
        List<Part> parts = Parts.of(
                settings, new Directories(home), new Secrets(home.resolve("secrets")), new Jvm(home, Set.of()), false);
        Part part = parts.stream()
                .filter(p -> p.name().equals(service.partName()))
                .findFirst()
                .orElseThrow();
        Set<String> names = part.environment().keySet().stream()
                .filter(name -> !name.startsWith("TALLYGATE_PORT_"))
                .collect(Collectors.toCollection(TreeSet::new));
        names.add("TALLYGATE_HTTP_HOST");
        if (service == Service.GATEWAY) {
            Service.ours().stream()
                    .filter(other -> other != Service.GATEWAY && other != Service.BRIDGE)
                    .forEach(other -> names.add("TALLYGATE_URL_" + other.name()));
        }
        return names;
    }

    private static Map<String, JsonNode> kubernetes(String... kinds) throws IOException {
        Map<String, JsonNode> found = new HashMap<>();
        YAMLMapper yaml = new YAMLMapper();
        for (JsonNode resource :
                yaml.readTree(ROOT.resolve("k8s/kustomization.yaml").toFile()).path("resources")) {
            Path file = ROOT.resolve("k8s").resolve(resource.asText());
            assertThat(file).exists();
            try (var parser = yaml.getFactory().createParser(Files.readString(file));
                    MappingIterator<JsonNode> documents =
                            yaml.readerFor(JsonNode.class).readValues(parser)) {
                documents.forEachRemaining(document -> {
                    if (Set.of(kinds).contains(document.path("kind").asText())) {
                        found.put(document.path("metadata").path("name").asText(), document);
                    }
                });
            }
        }
        return found;
    }

    private static Set<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return new TreeSet<>(names);
    }
}
