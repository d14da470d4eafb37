package io.tallygate.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about the stack.
 *
 * @param root the source tree, which holds what is run
 * @param home where all state is
 * @param environment of this process
 */
public record Settings(Path root, Path home, Map<String, String> environment) {

    public Settings {
        environment = Map.copyOf(environment);
    }

    /** From {@code TALLYGATE_ROOT}, {@code TALLYGATE_HOME} and the rest of the environment. */
    public static Settings of(Map<String, String> environment) {
        Path root = Path.of(environment.getOrDefault("TALLYGATE_ROOT", "."))
                .toAbsolutePath()
                .normalize();
        String home = environment.getOrDefault("TALLYGATE_HOME", "");
        Path at = home.isBlank()
                ? root.resolve(".tallygate")
                : Path.of(home).toAbsolutePath().normalize();
        return new Settings(root, at, environment);
    }

    /** A setting that was given and is not blank. */
    public Optional<String> given(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The port of a service. */
    public int port(Service service) {
        return number(service.portSetting(), service.defaultPort());
    }

    /** @throws IllegalArgumentException naming the setting, when it is not a port */
    int number(String setting, int otherwise) {
        String value = given(setting).orElse(Integer.toString(otherwise));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException(setting + " is no port: " + value);
        }
        return Integer.parseInt(value);
    }

    /** Where PostgreSQL is, as {@code host:port}. */
    public String postgres() {
        return given("TALLYGATE_POSTGRES").orElseGet(() -> "127.0.0.1:" + port(Service.POSTGRES));
    }

    /** Kafka's bootstrap servers. */
    public String kafka() {
        return given("TALLYGATE_KAFKA").orElseGet(() -> "127.0.0.1:" + port(Service.KAFKA));
    }

    /** MongoDB's connection string. */
    public String mongo() {
        return given("TALLYGATE_MONGO").orElseGet(() -> "mongodb://127.0.0.1:" + port(Service.MONGO));
    }

    /** The issuer of tokens. */
    public String oidc() {
        return given("TALLYGATE_OIDC").orElseGet(() -> keycloak() + "/realms/tallygate");
    }

    /** Our own Keycloak. */
    public String keycloak() {
        return "http://127.0.0.1:" + port(Service.KEYCLOAK);
    }

    /** Where browsers and programs come in. */
    public String gateway() {
        return "http://127.0.0.1:" + port(Service.GATEWAY);
    }

    /** The LLRP ports of the demo's simulated readers: of both portals, then of the desk. */
    public int reader(int index) {
        return number("TALLYGATE_PORT_READERS", 5084) + index;
    }

    /** What cannot be, said before anything is started. */
    Optional<String> fault() {
        if (given("TALLYGATE_POSTGRES").isPresent()
                && given("TALLYGATE_POSTGRES_PASSWORD").isEmpty()) {
            return Optional.of(
                    "TALLYGATE_POSTGRES needs TALLYGATE_POSTGRES_PASSWORD, the password of the services' roles");
        }
        if (given("TALLYGATE_OIDC").isPresent()
                && given("TALLYGATE_OIDC_CLIENT_SECRET").isEmpty()) {
            return Optional.of(
                    "TALLYGATE_OIDC needs TALLYGATE_OIDC_CLIENT_SECRET, the secret of its client tallygate-gateway");
        }
        return Optional.empty();
    }
}
