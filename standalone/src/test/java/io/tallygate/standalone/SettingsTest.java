package io.tallygate.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tallygate.standalone.supervise.Directories;
import io.tallygate.standalone.supervise.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path home;

    @Test
    void shouldStartEverythingWhenNothingIsGiven() throws IOException {
        assertThat(names(Map.of(), true))
                .containsExactly(
                        "postgres",
                        "kafka",
                        "mongo",
                        "keycloak",
                        "personnel",
                        "devices",
                        "carriers",
                        "facilities",
                        "incidents",
                        "sightings",
                        "rfid-bridge",
                        "gateway",
                        "reader-simulator",
                        "demo-data");
    }

    @Test
    void shouldUseGivenServersInsteadOfStartingItsOwn() throws IOException {
        Map<String, String> given = Map.of(
                "TALLYGATE_POSTGRES", "db.example:5432",
                "TALLYGATE_POSTGRES_PASSWORD", "secret",
                "TALLYGATE_KAFKA", "kafka.example:9092",
                "TALLYGATE_MONGO", "mongodb://mongo.example",
                "TALLYGATE_OIDC", "https://sso.example/realms/x",
                "TALLYGATE_OIDC_CLIENT_SECRET", "secret");

        assertThat(names(given, false))
                .startsWith("personnel")
                .doesNotContain("postgres", "kafka", "mongo", "keycloak");
        Part devices = part(given, "devices");
        assertThat(devices.after()).isEmpty();
        assertThat(devices.environment())
                .containsEntry("TALLYGATE_POSTGRES", "db.example:5432")
                .containsEntry("TALLYGATE_KAFKA", "kafka.example:9092")
                .containsEntry("TALLYGATE_OIDC", "https://sso.example/realms/x");
    }

    @Test
    void shouldTellEveryServiceOfAPortThatWasMoved() throws IOException {
        Map<String, String> moved = Map.of("TALLYGATE_PORT_KAFKA", "29092", "TALLYGATE_PORT_DEVICES", "28082");

        assertThat(part(moved, "carriers").environment()).containsEntry("TALLYGATE_KAFKA", "127.0.0.1:29092");
        assertThat(part(moved, "gateway").environment()).containsEntry("TALLYGATE_PORT_DEVICES", "28082");
    }

    @Test
    void shouldNameASettingThatIsNoPort() {
        Settings settings = settings(Map.of("TALLYGATE_PORT_GATEWAY", "http"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.port(Service.GATEWAY))
                .withMessage("TALLYGATE_PORT_GATEWAY is no port: http");
    }

    @Test
    void shouldAskForThePasswordsOfGivenServers() {
        assertThat(settings(Map.of("TALLYGATE_POSTGRES", "db:1")).fault().orElseThrow())
                .contains("TALLYGATE_POSTGRES_PASSWORD");
        assertThat(settings(Map.of("TALLYGATE_OIDC", "https://x")).fault().orElseThrow())
                .contains("TALLYGATE_OIDC_CLIENT_SECRET");
    }

    @Test
    void shouldMakeUpASecretOnce() throws IOException {
        Secrets secrets = new Secrets(home.resolve("secrets"));

        String first = secrets.of("one");

        assertThat(first).hasSize(48).isEqualTo(secrets.of("one")).isNotEqualTo(secrets.of("two"));
    }

    @Test
    void shouldDropItsOwnStateAndNothingElse() throws IOException {
        Path foreign = Files.writeString(home.resolve("thesis.txt"), "mine");
        new Secrets(home.resolve("secrets")).of("one");

        new State(home).drop();

        assertThat(foreign).exists();
        assertThat(home.resolve("secrets")).doesNotExist();
    }

    private List<String> names(Map<String, String> environment, boolean demo) throws IOException {
        return parts(environment, demo).stream().map(Part::name).toList();
    }

    private Part part(Map<String, String> environment, String name) throws IOException {
        return parts(environment, false).stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Part> parts(Map<String, String> environment, boolean demo) throws IOException {
        return Parts.of(
                settings(environment),
                new Directories(home),
                new Secrets(home.resolve("secrets")),
                new Jvm(home.resolve("aot"), Set.of()),
                demo);
    }

    private Settings settings(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("TALLYGATE_HOME", home.toString());
        return new Settings(Path.of("..").toAbsolutePath().normalize(), Objects.requireNonNull(home), all);
    }
}
