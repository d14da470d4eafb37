package io.tallygate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallygate.simulator.ReaderFaults.Lie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A fault as asked for over HTTP, put upon a reader. */
final class FaultRequest {

    private static final int MOST_PORT = 64;
    private static final int MOST_SPEC = 4_999;
    private static final int USUAL_REBOOT_SECONDS = 2;

    private final SimulatedReader reader;
    private final ReaderFaults faults;

    FaultRequest(SimulatedReader reader) {
        this.reader = reader;
        this.faults = reader.faults();
    }

    /** What was asked for is no fault, or lacks a word. */
    static final class UnknownFaultException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        UnknownFaultException(String detail) {
            super(detail);
        }
    }

    /** @throws UnknownFaultException when it is not one that can be had */
    void run(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw new UnknownFaultException("a fault is a JSON object");
        }
        List<String> words = new ArrayList<>();
        body.path("words").forEach(word -> words.add(word.asText()));
        switch (body.path("fault").asText()) {
            case "antenna" -> reader.antenna(number(words, 0, 1, MOST_PORT), choice(words, 1, "back", "lost"));
            case "cable" -> faults.cable(number(words, 0, 1, MOST_PORT), choice(words, 1, "whole", "cut"));
            case "gpi" -> faults.input(number(words, 0, 1, MOST_PORT), choice(words, 1, "high", "low"));
            case "contact" ->
                faults.contact(number(words, 0, 1, ControlPlane.OUTPUTS), number(words, 1, 0, ControlPlane.INPUTS));
            case "stop" -> faults.endReading();
            case "disable" -> faults.disableReadingSilently();
            case "forget" -> faults.loseSpecsSilently();
            case "rospec" -> faults.anothersSpec(number(words, 0, 1, MOST_SPEC), choice(words, 1, "runs", "gone"));
            case "reboot" ->
                faults.reboot(Duration.ofSeconds(words.isEmpty() ? USUAL_REBOOT_SECONDS : number(words, 0, 0, 600)));
            case "slow" -> faults.slow(choice(words, 0, "on", "off"));
            case "mute" -> faults.fallMute(choice(words, 0, "on", "off"));
            case "stick" -> faults.stickOutput(number(words, 0, 0, MOST_PORT));
            case "buffer" -> faults.buffer(number(words, 0, 0, 100));
            case "exception" -> faults.exception(word(words, 0));
            case "goodbye" -> faults.sayGoodBye();
            case "lie" -> faults.lie(lie(word(words, 0)));
            default -> throw new UnknownFaultException("no such fault");
        }
    }

    private static String word(List<String> words, int at) {
        if (at >= words.size()) {
            throw new UnknownFaultException("a word is missing");
        }
        return words.get(at);
    }

    private static int number(List<String> words, int at, int least, int most) {
        String word = word(words, at);
        if (!word.matches("\\d{1,4}") || Integer.parseInt(word) < least || Integer.parseInt(word) > most) {
            throw new UnknownFaultException("'" + word + "' is not " + least + " to " + most);
        }
        return Integer.parseInt(word);
    }

    private static boolean choice(List<String> words, int at, String yes, String no) {
        String word = word(words, at);
        if (!word.equals(yes) && !word.equals(no)) {
            throw new UnknownFaultException("'" + word + "' is neither " + yes + " nor " + no);
        }
        return word.equals(yes);
    }

    private static Lie lie(String word) {
        for (Lie lie : Lie.values()) {
            if (lie.name().replace('_', '-').toLowerCase(Locale.ROOT).equals(word)) {
                return lie;
            }
        }
        throw new UnknownFaultException("no such lie");
    }
}
