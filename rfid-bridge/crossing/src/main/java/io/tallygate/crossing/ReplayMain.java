package io.tallygate.crossing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code replay --portal portal.json TRACE…}: a JSON line per crossing on standard output, each trace by itself. Exit
 * status 0, or 2 with a message ({@code file:line: why}) on standard error when an argument or a file is wrong.
 */
public final class ReplayMain {
    private static final String USAGE = "usage: replay --portal portal.json TRACE…";
    private static final int BAD_INPUT = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final PrintStream err;

    public ReplayMain(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        int status = new ReplayMain(out, System.err).run(List.of(args));
        out.flush();
        System.exit(status);
    }

    /** @return the exit status */
    public int run(List<String> args) {
        if (args.size() < 3 || !args.get(0).equals("--portal")) {
            err.println(USAGE);
            return BAD_INPUT;
        }
        try {
            PortalFile portal = PortalFile.read(Path.of(args.get(1)));
            String rule = CrossingDetectorFactory.ruleVersion(portal.tuning());
            TraceReplay replay = new TraceReplay(portal.layout(), CrossingDetectorFactory.tuned(portal.tuning()));
            for (String trace : args.subList(2, args.size())) {
                replay.run(Path.of(trace), (name, crossing) -> print(name, crossing, rule));
            }
            return 0;
        } catch (InputFault fault) {
            out.flush();
            err.println(fault.getMessage());
            return BAD_INPUT;
        }
    }

    private void print(String trace, Crossing crossing, String rule) {
        ObjectNode line = JSON.createObjectNode()
                .put("trace", trace)
                .put("epc", crossing.epc().hex())
                .put("direction", crossing.direction().name())
                .put("decided_at_us", crossing.decidedAtUs())
                .put("confidence", Math.round(crossing.confidence() * 1000) / 1000.0)
                .put("rule_version", rule);
        ObjectNode figures = line.putObject("figures");
        crossing.figures().forEach((name, value) -> figures.put(name, Math.round(value * 1000) / 1000.0));
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always JSON", impossible);
        }
    }
}
