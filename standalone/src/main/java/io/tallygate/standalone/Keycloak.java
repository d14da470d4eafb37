package io.tallygate.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keycloak as a part: the built distribution, seen through a directory of the installation's own so that what it writes
 * stays there, and the realm it imports at its first start.
 */
final class Keycloak {
    /** The user that signs in to the administration of Keycloak itself; its password is a secret of the installation. */
    static final String ADMINISTRATOR = "admin";

    static final String ADMINISTRATOR_SECRET = "keycloak-administrator";
    static final String CLIENT_SECRET = "oidc-client";

    private static final int HEAP_MEBIBYTES = 256;
    private static final List<String> PARTS_OF_DISTRIBUTION = List.of("lib", "providers", "conf", "themes");

    private final Settings settings;
    private final Secrets secrets;
    private final boolean demo;

    Keycloak(Settings settings, Secrets secrets, boolean demo) {
        this.settings = settings;
        this.secrets = secrets;
        this.demo = demo;
    }

    /** Where Maven unpacks the distribution; its build is done there too. */
    static Path distribution(Settings settings) {
        return settings.root().resolve("standalone/target/keycloak");
    }

    /** The directory that Keycloak takes for its own. */
    private Path home() {
        return settings.home().resolve("keycloak");
    }

    /** Makes the directory, with links to the distribution and the realm to import. */
    void prepare() throws IOException {
        Path imports = home().resolve("data/import");
        Files.createDirectories(imports);
        for (String name : PARTS_OF_DISTRIBUTION) {
            Path link = home().resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution(settings).resolve(name));
        }
        Path realm = imports.resolve("tallygate-realm.json");
        Files.deleteIfExists(realm);
        Files.createFile(realm, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(realm, realm());
    }

    private String realm() throws IOException {
        String file = demo ? "/realm/tallygate-demo-realm.json" : "/realm/tallygate-realm.json";
        try (InputStream in = Keycloak.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("The realm " + file + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@CLIENT_SECRET@", secrets.of(CLIENT_SECRET))
                    .replace("@GATEWAY@", settings.gateway())
                    .replace("@GATEWAY_LOCALHOST@", settings.gateway().replace("127.0.0.1", "localhost"));
        }
    }

    List<String> command(Jvm jvm) {
        List<String> rest = new ArrayList<>(List.of(
                "-Dkc.home.dir=" + home(),
                "-Djboss.server.config.dir=" + home().resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US"));
        for (String name : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            rest.add("--add-opens=java.base/" + name + "=ALL-UNNAMED");
        }
        rest.addAll(List.of("org.keycloak.quarkus.runtime.KeycloakMain", "start", "--optimized", "--import-realm"));
        List<String> classPath = Jvm.quarkus(distribution(settings).resolve("lib"));
        return jvm.start(Service.KEYCLOAK.partName(), HEAP_MEBIBYTES, classPath, rest);
    }

    Map<String, String> environment(String databasePassword) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("KC_DB_URL", "jdbc:postgresql://" + settings.postgres() + "/keycloak");
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", databasePassword);
        environment.put("KC_DB_POOL_MAX_SIZE", "10");
        // After PostgreSQL was away each connection of before is dead. Keycloak looks at none, has no option of its own
        // that
        // makes it look, and without this answers one request for each of them with an error page.
        environment.put("QUARKUS_DATASOURCE_JDBC_FOREGROUND_VALIDATION_INTERVAL", "1S");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(settings.port(Service.KEYCLOAK)));
        environment.put("KC_HOSTNAME", settings.keycloak());
        environment.put("KC_CACHE", "local");
        environment.put("KC_LOG_LEVEL", "info,io.smallrye.health:warn");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of(ADMINISTRATOR_SECRET));
        return environment;
    }
}
