package io.tallygate.gate.record;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param fromUs first moment wanted, microseconds since the epoch
 * @param toUs last moment wanted
 * @param runUp how long before {@code fromUs} a trace may begin; null for where the detector began, however long ago
 */
record RecordOptions(
        String portal, long fromUs, long toUs, @Nullable Duration runUp, Path folder) {

    /** @throws IllegalArgumentException when the words are not understood; the message says which */
    static RecordOptions parse(List<String> words) {
        String portal = null;
        String folder = null;
        Duration runUp = null;
        long from = Long.MIN_VALUE;
        long to = Long.MAX_VALUE;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "--from" -> from = moment(word, following(words, i++));
                case "--to" -> to = moment(word, following(words, i++));
                case "--run-up" -> runUp = minutes(word, following(words, i++));
                case "--write" -> folder = following(words, i++);
                default -> portal = portal(word, portal);
            }
        }
        if (portal == null || folder == null) {
            throw new IllegalArgumentException(portal == null ? "which PORTAL?" : "--write DIR is missing");
        }
        if (from > to) {
            throw new IllegalArgumentException("--from lies after --to");
        }
        return new RecordOptions(portal, from, to, runUp, Path.of(folder));
    }

    private static String portal(String word, @Nullable String before) {
        if (word.startsWith("-") || before != null) {
            throw new IllegalArgumentException("not understood: " + word);
        }
        return word;
    }

    private static String following(List<String> words, int at) {
        if (at + 1 >= words.size()) {
            throw new IllegalArgumentException(words.get(at) + " needs a value");
        }
        return words.get(at + 1);
    }

    private static Duration minutes(String option, String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new IllegalArgumentException(option + " needs whole minutes, not " + text);
        }
        return Duration.ofMinutes(Integer.parseInt(text));
    }

    private static long moment(String option, String text) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text));
        } catch (DateTimeParseException | ArithmeticException wrong) {
            throw new IllegalArgumentException(
                    option + " needs a moment such as 2026-03-01T09:30:00Z, not " + text, wrong);
        }
    }
}
