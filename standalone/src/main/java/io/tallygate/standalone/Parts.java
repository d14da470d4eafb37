package io.tallygate.standalone;

import io.tallygate.standalone.demo.DemoMain;
import io.tallygate.standalone.servers.KafkaMain;
import io.tallygate.standalone.servers.MongoMain;
import io.tallygate.standalone.servers.PostgresMain;
import io.tallygate.standalone.supervise.Directories;
import io.tallygate.standalone.supervise.Part;
import io.tallygate.standalone.supervise.Port;
import io.tallygate.standalone.supervise.Readiness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of parts: what the one-machine stack is made of. */
final class Parts {
    /** Generous: a first start on a busy machine sets up every database. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Settings settings;
    private final Directories directories;
    private final Secrets secrets;
    private final Jvm jvm;
    private final boolean demo;
    private final List<Part> parts = new ArrayList<>();

    private Parts(Settings settings, Directories directories, Secrets secrets, Jvm jvm, boolean demo) {
        this.settings = settings;
        this.directories = directories;
        this.secrets = secrets;
        this.jvm = jvm;
        this.demo = demo;
    }

    /** Every part of a stack with these settings, in the order in which they are shown. */
    static List<Part> of(Settings settings, Directories directories, Secrets secrets, Jvm jvm, boolean demo)
            throws IOException {
        Parts table = new Parts(settings, directories, secrets, jvm, demo);
        table.stores();
        for (Service service : Service.ours()) {
            table.service(service);
        }
        if (demo) {
            table.demo();
        }
        return table.parts;
    }

    private void stores() throws IOException {
        if (settings.given("TALLYGATE_POSTGRES").isEmpty()) {
            List<String> arguments = new ArrayList<>(List.of(
                    "--programs",
                    programs(settings).toString(),
                    "--template",
                    PostgresTemplate.directory(settings).toString()));
            databases().forEach(name -> arguments.addAll(List.of("--database", name)));
            store(Service.POSTGRES, PostgresMain.class, 48, "data/postgres", arguments);
        }
        if (settings.given("TALLYGATE_KAFKA").isEmpty()) {
            store(Service.KAFKA, KafkaMain.class, 192, "data/kafka", List.of());
        }
        if (settings.given("TALLYGATE_MONGO").isEmpty()) {
            store(Service.MONGO, MongoMain.class, 128, "data/mongo/documents.mv", List.of());
        }
        if (settings.given("TALLYGATE_OIDC").isEmpty()) {
            keycloak();
        }
    }

    /** Where the programs of PostgreSQL are unpacked. */
    static Path programs(Settings settings) {
        return settings.root().resolve("standalone/target/postgres");
    }

    private List<String> databases() {
        List<String> names = new ArrayList<>();
        if (settings.given("TALLYGATE_OIDC").isEmpty()) {
            names.add("keycloak");
        }
        Service.relational().forEach(service -> names.add(service.partName()));
        return names;
    }

    private void store(Service store, Class<?> main, int heapMebibytes, String data, List<String> more)
            throws IOException {
        Path ready = directories.readyFile(store.partName());
        List<String> rest = new ArrayList<>(List.of(
                "-Djava.util.logging.config.file=" + settings.root().resolve("standalone/logging.properties"),
                main.getName(),
                "--data",
                settings.home().resolve(data).toString(),
                "--port",
                Integer.toString(settings.port(store)),
                "--ready",
                ready.toString()));
        rest.addAll(more);
        parts.add(new Part(
                store.partName(),
                jvm.start(store.partName(), heapMebibytes, classPath(), rest),
                Map.of("TALLYGATE_POSTGRES_PASSWORD", postgresPassword()),
                Set.of(),
                new Readiness.ReadyFile(ready),
                List.of(port(store)),
                LIMIT));
    }

    private void keycloak() throws IOException {
        Keycloak keycloak = new Keycloak(settings, secrets, demo);
        parts.add(new Part(
                Service.KEYCLOAK.partName(),
                keycloak.command(jvm),
                keycloak.environment(postgresPassword()),
                present(Service.POSTGRES),
                new Readiness.Http(URI.create(settings.keycloak() + "/health/ready")),
                List.of(port(Service.KEYCLOAK)),
                LIMIT));
    }

    private void service(Service service) throws IOException {
        Path app = settings.root().resolve(service.module()).resolve("target/quarkus-app");
        parts.add(new Part(
                        service.partName(),
                        jvm.start(service.partName(), heap(service), Jvm.quarkus(app), List.of(Jvm.QUARKUS_MAIN)),
                        environment(service),
                        needs(service),
                        new Readiness.Http(
                                URI.create("http://127.0.0.1:" + settings.port(service) + "/q/health/ready")),
                        List.of(port(service)),
                        LIMIT)
                .waitingItsTurn());
    }

    private static int heap(Service service) {
        return switch (service) {
            case DEVICES, CARRIERS, BRIDGE -> 192;
            case SIGHTINGS, GATEWAY -> 160;
            default -> 128;
        };
    }

    private Set<String> needs(Service service) {
        Set<String> needs =
                switch (service.kind()) {
                    case RELATIONAL -> present(Service.POSTGRES, Service.KAFKA);
                    case DOCUMENTS -> present(Service.MONGO, Service.KAFKA);
                    case BRIDGE, GATEWAY -> present(Service.KAFKA);
                    case STORE, DEMO -> new HashSet<>();
                };
        if (!keycloakIsQuick()) {
            needs.addAll(present(Service.KEYCLOAK));
        }
        return needs;
    }

    /** Services wait two minutes for Keycloak by themselves, and start meanwhile. Making its tables may take longer. */
    private boolean keycloakIsQuick() {
        return Files.exists(settings.home().resolve("data/postgres"))
                || Files.exists(PostgresTemplate.directory(settings));
    }

    /** Those of them that are parts here, rather than somebody else's. */
    private Set<String> present(Service... services) {
        Set<String> here = parts.stream().map(Part::name).collect(Collectors.toSet());
        Set<String> names = new HashSet<>();
        for (Service service : services) {
            if (here.contains(service.partName())) {
                names.add(service.partName());
            }
        }
        return names;
    }

    /** What every service is told, so that one of them moved is found by all others. */
    private Map<String, String> environment(Service service) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("TALLYGATE_HOME", settings.home().toString());
        environment.put("TALLYGATE_POSTGRES", settings.postgres());
        environment.put("TALLYGATE_KAFKA", settings.kafka());
        environment.put("TALLYGATE_MONGO", settings.mongo());
        environment.put("TALLYGATE_OIDC", settings.oidc());
        for (Service other : Service.values()) {
            environment.put(other.portSetting(), Integer.toString(settings.port(other)));
        }
        if (service.kind() == Service.Kind.RELATIONAL) {
            environment.put("TALLYGATE_POSTGRES_PASSWORD", postgresPassword());
        }
        if (service == Service.GATEWAY) {
            environment.put("TALLYGATE_OIDC_CLIENT_SECRET", clientSecret());
            environment.put("TALLYGATE_COOKIE_SECRET", secrets.of("session-cookie"));
        }
        return environment;
    }

    private String postgresPassword() throws IOException {
        var given = settings.given("TALLYGATE_POSTGRES_PASSWORD");
        return given.isPresent() ? given.get() : secrets.of("postgres-services");
    }

    private String clientSecret() throws IOException {
        var given = settings.given("TALLYGATE_OIDC_CLIENT_SECRET");
        return given.isPresent() ? given.get() : secrets.of(Keycloak.CLIENT_SECRET);
    }

    private void demo() {
        parts.add(simulator());
        parts.add(demoData(parts.stream().map(Part::name).collect(Collectors.toSet())));
    }

    private Part simulator() {
        int control = settings.port(Service.SIMULATOR);
        Path target = settings.root().resolve(Service.SIMULATOR.module()).resolve("target");
        List<String> jars = new ArrayList<>(Jvm.jars(target));
        jars.addAll(Jvm.jars(target.resolve("lib")));
        List<String> rest = List.of(
                "io.tallygate.simulator.SimulatorMain",
                "--reader",
                "P-101=" + settings.reader(0),
                "--reader",
                "P-102=" + settings.reader(1),
                "--reader",
                "D-101=" + settings.reader(2),
                "--control",
                Integer.toString(control));
        return new Part(
                Service.SIMULATOR.partName(),
                jvm.start(Service.SIMULATOR.partName(), 64, jars, rest),
                Map.of(),
                Set.of(),
                new Readiness.Tcp(control),
                List.of(
                        port(Service.SIMULATOR),
                        new Port(settings.reader(0), "TALLYGATE_PORT_READERS"),
                        new Port(settings.reader(1), "TALLYGATE_PORT_READERS"),
                        new Port(settings.reader(2), "TALLYGATE_PORT_READERS")),
                LIMIT);
    }

    /** The data is entered through everything else. */
    private Part demoData(Set<String> everythingElse) {
        return new Part(
                "demo-data",
                jvm.start("demo-data", 64, classPath(), List.of(DemoMain.class.getName())),
                Map.of(
                        "TALLYGATE_GATEWAY_URL", settings.gateway(),
                        "TALLYGATE_OIDC", settings.oidc(),
                        "TALLYGATE_PORT_READERS", Integer.toString(settings.reader(0))),
                everythingElse,
                new Readiness.Completion(),
                List.of(),
                LIMIT);
    }

    private Port port(Service service) {
        return new Port(settings.port(service), service.portSetting());
    }

    /** Our own classes, as built. */
    private List<String> classPath() {
        Path target = settings.root().resolve("standalone/target");
        List<String> jars = new ArrayList<>(Jvm.jars(target));
        jars.addAll(Jvm.jars(target.resolve("lib")));
        return jars;
    }
}
