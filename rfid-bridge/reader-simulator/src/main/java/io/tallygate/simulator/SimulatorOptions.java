package io.tallygate.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the command line of {@link SimulatorMain} asks for.
 *
 * @param readers by code
 * @param control port of the control API
 */
record SimulatorOptions(Map<String, Listening> readers, int control) {

    static final String HELP =
            "usage: [--reader CODE=PORT ...] [--tls-reader CODE=PORT ...] [--impinj-reader CODE=PORT ...] [--control PORT]";

    private static final String USUAL_CONTROL = "8088";

    /** What kind of reader is played. */
    enum Kind {
        PLAIN,
        TLS,
        IMPINJ
    }

    /** @param port 0 for any free one */
    record Listening(int port, Kind kind) {}

    /** @throws IllegalArgumentException with what is wrong, for people */
    static SimulatorOptions parse(String... args) {
        Map<String, Listening> readers = new LinkedHashMap<>();
        int control = port(System.getenv().getOrDefault("TALLYGATE_PORT_SIMULATOR", USUAL_CONTROL));
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : "";
            switch (args[i]) {
                case "--reader" -> addReader(readers, value, Kind.PLAIN);
                case "--tls-reader" -> addReader(readers, value, Kind.TLS);
                case "--impinj-reader" -> addReader(readers, value, Kind.IMPINJ);
                case "--control" -> control = port(value);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        if (readers.isEmpty()) {
            throw new IllegalArgumentException("at least one --reader, --tls-reader or --impinj-reader is needed");
        }
        return new SimulatorOptions(readers, control);
    }

    private static void addReader(Map<String, Listening> readers, String value, Kind kind) {
        String[] parts = value.split("=", 2);
        // As the other commands take it.
        if (parts.length != 2 || !parts[0].matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("a reader is CODE=PORT, not '" + value + "'");
        }
        if (readers.putIfAbsent(parts[0], new Listening(port(parts[1]), kind)) != null) {
            throw new IllegalArgumentException("reader " + parts[0] + " is named twice");
        }
    }

    private static int port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 0xFFFF) {
            throw new IllegalArgumentException("a port is 0 to 65535, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }
}
