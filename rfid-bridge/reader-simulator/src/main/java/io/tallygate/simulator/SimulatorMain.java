package io.tallygate.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Simulated readers as a process. Prints a line of JSON for each, its {@code reader} as a portal takes it, and then one with the port of
 * the control API. Runs until it is told to stop.
 */
public final class SimulatorMain implements AutoCloseable {

    private static final int USAGE = 2;
    private static final int FAILURE = 1;
    private static final String HOST = "127.0.0.1";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, SimulatedReader> readers = new LinkedHashMap<>();
    private final PrintStream out;
    private @Nullable ControlApi api;

    private SimulatorMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String... args) {
        try {
            SimulatorMain running = start(SimulatorOptions.parse(args), System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(SimulatorOptions.HELP);
            System.exit(USAGE);
        } catch (IOException | IllegalStateException e) {
            System.err.println("reader simulator: " + e.getMessage());
            System.exit(FAILURE);
        }
    }

    /** @throws IOException when a port is taken or no certificate can be made; what was started is stopped again */
    static SimulatorMain start(SimulatorOptions options, PrintStream out) throws IOException {
        SimulatorMain running = new SimulatorMain(out);
        try {
            for (Map.Entry<String, SimulatorOptions.Listening> reader :
                    options.readers().entrySet()) {
                running.play(reader.getKey(), reader.getValue());
            }
            running.control(options.control());
            return running;
        } catch (IOException | RuntimeException e) {
            running.close();
            throw e;
        }
    }

    private void play(String code, SimulatorOptions.Listening listening) throws IOException {
        ReaderProfile profile = profileOf(listening.kind());
        SimulatedReader reader = named(
                "port " + listening.port() + " of reader " + code,
                () -> SimulatedReader.start(code, listening.port(), profile));
        readers.put(code, reader);
        ObjectNode line = json.createObjectNode().put("code", code);
        ObjectNode address = line.putObject("reader")
                .put("host", HOST)
                .put("port", reader.port())
                .put("tls", listening.kind() == SimulatorOptions.Kind.TLS);
        ReaderCertificate certificate = profile.certificate();
        if (certificate != null) {
            address.put("tlsPinSha256", certificate.pin().sha256());
        }
        out.println(line);
    }

    private static ReaderProfile profileOf(SimulatorOptions.Kind kind) throws IOException {
        ReaderProfile usual = ReaderProfile.usual();
        return switch (kind) {
            case PLAIN -> usual;
            case TLS -> usual.showing(ReaderCertificate.generate());
            case IMPINJ -> usual.ofImpinj();
        };
    }

    /** "Address already in use" helps nobody who does not know which. */
    private static <T> T named(String what, Callable<T> start) throws IOException {
        try {
            return start.call();
        } catch (Exception e) {
            throw new IOException(what + ": " + e.getMessage(), e);
        }
    }

    private void control(int port) throws IOException {
        ControlApi started = named("control port " + port, () -> ControlApi.start(readers, port));
        api = started;
        out.println(json.createObjectNode().put("control", started.port()));
    }

    @Override
    public void close() {
        if (api != null) {
            api.close();
        }
        readers.values().forEach(SimulatedReader::close);
    }
}
