package io.tallygate.standalone;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Everything that listens, with its port. The same names stand in docker-compose.yml and k8s/. */
public enum Service {
    POSTGRES(15432, Kind.STORE, ""),
    KAFKA(19092, Kind.STORE, ""),
    MONGO(17017, Kind.STORE, ""),
    KEYCLOAK(8180, Kind.STORE, ""),
    PERSONNEL(8081, Kind.RELATIONAL, "services/personnel"),
    DEVICES(8082, Kind.RELATIONAL, "services/devices"),
    CARRIERS(8083, Kind.RELATIONAL, "services/carriers"),
    FACILITIES(8084, Kind.RELATIONAL, "services/facilities"),
    INCIDENTS(8085, Kind.DOCUMENTS, "services/incidents"),
    SIGHTINGS(8086, Kind.DOCUMENTS, "services/sightings"),
    BRIDGE(8087, Kind.BRIDGE, "rfid-bridge"),
    GATEWAY(8080, Kind.GATEWAY, "gateway"),
    SIMULATOR(8088, Kind.DEMO, "rfid-bridge/reader-simulator");

    /** What a service stands on. */
    enum Kind {
        STORE,
        RELATIONAL,
        DOCUMENTS,
        BRIDGE,
        GATEWAY,
        DEMO
    }

    private final int defaultPort;
    private final Kind kind;
    private final String module;

    Service(int defaultPort, Kind kind, String module) {
        this.defaultPort = defaultPort;
        this.kind = kind;
        this.module = module;
    }

    /** The parts that we have written and that run in every installation. */
    public static List<Service> ours() {
        return Arrays.stream(values())
                .filter(service -> service.kind != Kind.STORE && service.kind != Kind.DEMO)
                .toList();
    }

    /** The services with a database in PostgreSQL. */
    public static List<Service> relational() {
        return Arrays.stream(values())
                .filter(service -> service.kind == Kind.RELATIONAL)
                .toList();
    }

    /** As shown, and as its log is called. */
    public String partName() {
        return switch (this) {
            case BRIDGE -> "rfid-bridge";
            case SIMULATOR -> "reader-simulator";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    public int defaultPort() {
        return defaultPort;
    }

    Kind kind() {
        return kind;
    }

    /** Its folder in the source tree. */
    String module() {
        return module;
    }

    /** The environment variable that moves its port. */
    public String portSetting() {
        return "TALLYGATE_PORT_" + name();
    }
}
