package io.tallygate.standalone;

import io.tallygate.standalone.supervise.Directories;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The commands of the one-machine stack: {@code up [--demo] [--detach] [--reset]}, {@code down}, {@code status},
 * {@code stop PART}, {@code start PART}, {@code prepare}. Exit codes: 0 done, 1 not done, 2 not understood.
 */
public final class StandaloneMain {
    private static final Set<String> UP_OPTIONS = Set.of("--demo", "--detach", "--reset");

    private StandaloneMain() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), out));
    }

    private static int run(List<String> arguments, PrintStream out) throws Exception {
        try {
            Settings settings = Settings.of(System.getenv());
            Directories directories = new Directories(settings.home());
            Commands commands = new Commands(directories, out, Clock.systemUTC());
            String command = arguments.isEmpty() ? "" : arguments.getFirst();
            List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
            return switch (command) {
                case "up" -> up(settings, directories, rest, out);
                case "down" -> commands.down();
                case "status" -> commands.status();
                case "stop" -> rest.size() == 1 ? commands.stop(rest.getFirst()) : misused("stop PART", out);
                case "start" -> rest.size() == 1 ? commands.start(rest.getFirst()) : misused("start PART", out);
                case "prepare" -> new Preparing(settings, out).run();
                default -> misused("up, down, status, stop PART, start PART or prepare", out);
            };
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return 2;
        }
    }

    private static int up(Settings settings, Directories directories, List<String> options, PrintStream out)
            throws Exception {
        if (!UP_OPTIONS.containsAll(options)) {
            return misused("up [--demo] [--detach] [--reset]", out);
        }
        UpOptions chosen =
                new UpOptions(options.contains("--demo"), options.contains("--detach"), options.contains("--reset"));
        return new Up(settings, directories, chosen, out).run();
    }

    private static int misused(String use, PrintStream out) {
        out.println("Use: " + use);
        return 2;
    }
}
