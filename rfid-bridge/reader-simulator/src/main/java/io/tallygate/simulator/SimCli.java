package io.tallygate.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./tallygate sim}: drives the simulated readers of the running stack. Prints the answer as one line of JSON. Exits 0 when
 * it was done, 1 when it was refused or nobody listens, 2 when it was asked wrongly.
 *
 * <p>The control port is {@code TALLYGATE_PORT_SIMULATOR}, 8088 unless set.
 */
public final class SimCli {

    static final String HELP = """
            usage: sim readers                     every reader and its state
                   sim serve OPTIONS               plays readers of its own until it is stopped
                        [--reader CODE=PORT ...] [--tls-reader CODE=PORT ...] [--impinj-reader CODE=PORT ...]
                        [--control PORT]
                   sim gpo READER                  its outputs and what was written to them
                   sim pass READER EPC out|in      carries a tag through the gate
                        [--tid HEX] [--speed 0.5..3] [--twice] [--repeat N]
                   sim desk READER put EPC         lays a tag on a desk, read until it is taken away
                        [--tid HEX] [--dbm -120..0] [--antennas N,N]
                   sim desk READER take [EPC]      takes it off the desk, or all
                   sim away READER                 closes its port: it is gone
                   sim freeze READER               stops it and leaves connections open
                   sim back READER                 undoes away and freeze
                   sim disconnect READER           drops the connection
                   sim garbage READER              sends bytes that are no LLRP
                   sim antenna READER N lost|back  an antenna's plug
                   sim cable READER N cut|whole    antenna N reads nothing and is called connected
                   sim gpi READER N high|low       an input
                   sim contact READER N M          wires a contact of output N's horn to input M; 0 cuts it
                   sim stop READER                 ends its ROSpec, and says so
                   sim disable READER              disables its ROSpec and says nothing
                   sim forget READER               loses its ROSpec and says nothing
                   sim rospec READER N runs|gone   another program's ROSpec N (1 to 4999), and says so
                   sim reboot READER [SECONDS]     is away for 2 s or so many, and back with nothing it was told
                   sim slow READER on|off          sends one byte at a time
                   sim mute READER on|off          reads and sends KEEPALIVE, and answers nothing any more
                   sim stick READER N              output N says yes and stays off; 0 mends it
                   sim buffer READER PERCENT       its report buffer; 100 for one that has run over
                   sim exception READER WORD       says that something in it failed
                   sim goodbye READER              says that it closes the connection, and does
                   sim lie READER too-small|too-large|parameter-beyond-frame|parameter-empty

            --twice sends every report a second time, byte for byte.
            --tls-reader shows a certificate made for this run and prints its SHA-256, to be pinned at the portal.
            --impinj-reader tells phase, Doppler and finer strength as Impinj's do, when it is asked to.""";

    private static final int DONE = 0;
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    private final URI base;
    private final PrintStream out;
    private final PrintStream err;
    private final ObjectMapper json = new ObjectMapper();

    SimCli(URI base, PrintStream out, PrintStream err) {
        this.base = base;
        this.out = out;
        this.err = err;
    }

    public static void main(String... args) {
        if (args.length > 0 && args[0].equals("serve")) {
            SimulatorMain.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        String port = System.getenv().getOrDefault("TALLYGATE_PORT_SIMULATOR", "8088");
        URI base = URI.create("http://127.0.0.1:" + port);
        System.exit(new SimCli(base, System.out, System.err).run(args));
    }

    /** Does what {@code args} ask for and returns the exit code. */
    int run(String... args) {
        Deque<String> words = new ArrayDeque<>(List.of(args));
        try {
            return send(request(words));
        } catch (IllegalArgumentException e) {
            err.println("sim: " + e.getMessage());
            err.println(HELP);
            return USAGE;
        }
    }

    private HttpRequest request(Deque<String> words) throws IllegalArgumentException {
        String verb = next(words, "a command");
        HttpRequest request =
                switch (verb) {
                    case "readers" -> get("/readers");
                    case "gpo" -> get("/readers/" + reader(words));
                    case "pass" -> pass(words);
                    case "desk" -> desk(words);
                    case "away", "back", "freeze", "disconnect", "garbage" ->
                        post("/readers/" + reader(words) + "/" + verb, "{}");
                    case "antenna",
                            "cable",
                            "gpi",
                            "contact",
                            "stop",
                            "disable",
                            "forget",
                            "rospec",
                            "reboot",
                            "slow",
                            "mute",
                            "stick",
                            "buffer" -> fault(verb, words);
                    case "exception", "goodbye", "lie" -> fault(verb, words);
                    default -> throw new IllegalArgumentException("unknown command '" + verb + "'");
                };
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("what is '" + words.peek() + "'?");
        }
        return request;
    }

    /** The words of a fault go as they are: the reader knows which it needs. */
    private HttpRequest fault(String verb, Deque<String> words) {
        String reader = reader(words);
        Map<String, Object> body = Map.of("fault", verb, "words", List.copyOf(words));
        words.clear();
        return post("/readers/" + reader + "/faults", json.valueToTree(body).toString());
    }

    private HttpRequest pass(Deque<String> words) {
        String reader = reader(words);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("epc", next(words, "an EPC"));
        body.put("direction", Direction.of(next(words, "out or in")));
        while (!words.isEmpty()) {
            String option = words.pop();
            switch (option) {
                case "--twice" -> body.put("twice", true);
                case "--tid" -> body.put("tid", next(words, "a TID"));
                case "--speed" -> body.put("speed", number(next(words, "a speed")));
                case "--repeat" -> body.put("repeat", (int) number(next(words, "a number")));
                default -> throw new IllegalArgumentException("unknown option '" + option + "'");
            }
        }
        return post("/readers/" + reader + "/passages", json.valueToTree(body).toString());
    }

    private HttpRequest desk(Deque<String> words) {
        String reader = reader(words);
        Map<String, Object> body = new LinkedHashMap<>();
        String action = next(words, "put or take");
        body.put("action", action);
        switch (action) {
            case "put" -> body.put("epc", next(words, "an EPC"));
            case "take" -> body.put("epc", words.isEmpty() ? "" : words.pop());
            default -> throw new IllegalArgumentException("a tag is put on a desk or taken off it");
        }
        while (!words.isEmpty()) {
            String option = words.pop();
            switch (option) {
                case "--tid" -> body.put("tid", next(words, "a TID"));
                case "--antennas" -> body.put("antennas", next(words, "an antenna"));
                case "--dbm" -> body.put("dbm", number(next(words, "a strength")));
                default -> throw new IllegalArgumentException("unknown option '" + option + "'");
            }
        }
        return post("/readers/" + reader + "/desk", json.valueToTree(body).toString());
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + word + "' is no number", e);
        }
    }

    private static String reader(Deque<String> words) {
        String reader = next(words, "a reader");
        if (!reader.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("'" + reader + "' is no reader");
        }
        return reader;
    }

    private static String next(Deque<String> words, String what) {
        String word = words.poll();
        if (word == null) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return word;
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private int send(HttpRequest request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean done = answer.statusCode() / 100 == 2;
            (done ? out : err).println(answer.body());
            return done ? DONE : FAILURE;
        } catch (IOException e) {
            err.println("sim: no reader simulator on " + base + " (" + e + "). Is the stack up, with --demo?");
            return FAILURE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILURE;
        }
    }
}
