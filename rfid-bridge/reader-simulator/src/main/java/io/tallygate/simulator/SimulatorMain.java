package io.tallygate.simulator;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Simulated readers as a process. Runs until it is told to stop. */
public final class SimulatorMain {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorMain.class);
    private static final int USAGE = 2;
    private static final int FAILURE = 1;

    private SimulatorMain() {}

    /** What the command line asks for. */
    record Options(Map<String, Integer> readers, int control) {

        static final String HELP = "usage: --reader CODE=PORT [--reader CODE=PORT ...] --control PORT";

        static Options parse(String... args) {
            Map<String, Integer> readers = new LinkedHashMap<>();
            Integer control = null;
            for (int i = 0; i < args.length; i += 2) {
                String value = i + 1 < args.length ? args[i + 1] : "";
                switch (args[i]) {
                    case "--reader" -> addReader(readers, value);
                    case "--control" -> control = port(value);
                    default -> throw new IllegalArgumentException("unknown option " + args[i]);
                }
            }
            if (readers.isEmpty() || control == null) {
                throw new IllegalArgumentException("at least one --reader and --control are needed");
            }
            return new Options(readers, control);
        }

        private static void addReader(Map<String, Integer> readers, String value) {
            String[] parts = value.split("=", 2);
            if (parts.length != 2 || parts[0].isBlank()) {
                throw new IllegalArgumentException("--reader takes CODE=PORT, not '" + value + "'");
            }
            if (readers.putIfAbsent(parts[0], port(parts[1])) != null) {
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

    public static void main(String... args) {
        Options options = parseOrNull(args);
        if (options == null) {
            System.exit(USAGE);
            return;
        }
        Map<String, SimulatedReader> readers = new LinkedHashMap<>();
        try {
            options.readers().forEach((code, port) -> readers.put(code, listening(code, port)));
            ControlApi api = ControlApi.start(readers, options.control());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(api, readers)));
            LOG.info("control on 127.0.0.1:{}", api.port());
        } catch (IOException | IllegalStateException e) {
            System.err.println("reader simulator: " + e.getMessage());
            System.exit(FAILURE);
        }
    }

    private static @Nullable Options parseOrNull(String... args) {
        try {
            return Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.HELP);
            return null;
        }
    }

    private static SimulatedReader listening(String code, int port) {
        SimulatedReader reader = SimulatedReader.start(code, port);
        LOG.info("reader {} on 127.0.0.1:{}", code, reader.port());
        return reader;
    }

    private static void stop(ControlApi api, Map<String, SimulatedReader> readers) {
        api.close();
        readers.values().forEach(SimulatedReader::close);
    }
}
