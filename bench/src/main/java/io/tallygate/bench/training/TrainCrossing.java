package io.tallygate.bench.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallygate.bench.accuracy.DrawnTraces;
import io.tallygate.bench.accuracy.LabelledReads;
import io.tallygate.bench.accuracy.TraceSet;
import io.tallygate.crossing.CrossingWeights;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Learns the weights of the crossing rule anew and writes them as the rule's resources are named. What they are worth, {@code gate-accuracy}
 * tells once they stand in their place.
 *
 * @param seed 0 to 999 999 999; the same seed, rounds and sets give the same weights
 * @param rounds of traces, drawn anew for each of the three collections of signs; 0 learns from the sets alone
 * @param sets folders of labelled traces made by others ({@link TraceSet})
 * @param meanWith a folder with weights learned before: what is written is the mean of both; null learns by itself
 * @param folder where both files are written to
 */
public record TrainCrossing(
        long seed, int rounds, List<Path> sets, @Nullable Path meanWith, Path folder) {
    public static final String USAGE = """
            train-crossing [--seed N] [--rounds N] [--traces DIR]… [--mean-with DIR] --write DIR
            A round is some 400 traces, drawn three times over. Time and memory grow with rounds and sets: the usual 2 rounds take \
            some four minutes of processor time and a gigabyte, 10 are the most.""";

    private static final long USUAL_SEED = 500;
    private static final int USUAL_ROUNDS = 2;
    private static final int MOST_ROUNDS = 10;
    private static final long SEEDS = 1_000_000_000L;
    private static final int OWN_EPOCHS = 7;
    private static final int FIRST_EPOCHS = 5;
    private static final int EPOCHS = 6;

    public TrainCrossing {
        sets = List.copyOf(sets);
    }

    /** @throws IllegalArgumentException when an option is unknown or lacks its value; the message is the usage */
    public static TrainCrossing parse(List<String> options) {
        long seed = USUAL_SEED;
        int rounds = USUAL_ROUNDS;
        List<Path> sets = new ArrayList<>();
        Path meanWith = null;
        Path folder = null;
        for (int i = 0; i < options.size(); i += 2) {
            String value = i + 1 < options.size() ? options.get(i + 1) : "";
            switch (options.get(i)) {
                case "--seed" -> seed = Math.floorMod(number(value), SEEDS);
                case "--rounds" -> rounds = (int) Math.clamp(number(value), 0, MOST_ROUNDS);
                case "--traces" -> sets.add(folder(value));
                case "--mean-with" -> meanWith = folder(value);
                case "--write" -> folder = folder(value);
                default -> throw misused();
            }
        }
        if (folder == null || rounds == 0 && sets.isEmpty()) {
            throw misused();
        }
        return new TrainCrossing(seed, rounds, sets, meanWith, folder);
    }

    private static IllegalArgumentException misused() {
        return new IllegalArgumentException("usage: " + USAGE);
    }

    private static Path folder(String value) {
        if (value.isBlank()) {
            throw misused();
        }
        return Path.of(value);
    }

    private static long number(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("usage: " + USAGE, notANumber);
        }
    }

    /** @throws IllegalArgumentException when a set is broken or there is nothing to learn from; the message says where and why */
    public ObjectNode run(PrintStream progress) throws IOException {
        List<LabelledReads> given = sets.stream()
                .map(TraceSet::read)
                .flatMap(set -> set.traces().stream())
                .toList();
        Map<Stage, Network> before = learnedBefore();
        progress.println("seed " + seed + ", " + rounds + " rounds, " + given.size() + " traces of others");
        Files.createDirectories(folder);
        ObjectNode line =
                new ObjectMapper().createObjectNode().put("seed", seed).put("rounds", rounds);
        Learning learning = new Learning(given, line.putObject("losses"), progress);

        CrossingWeights weights = CrossingWeights.none();
        SignRows rows = learning.rows(0, weights);
        byte[] own = learning.fit(Stage.OWN_SIGNS, "ownSigns", rows, OWN_EPOCHS);
        write(Stage.OWN_SIGNS, own, before);
        weights = weights.withOwnSigns(own);
        rows = learning.rows(1, weights);
        weights = weights.withAllSigns(learning.fit(Stage.ALL_SIGNS, "allSignsFirst", rows, FIRST_EPOCHS));
        rows.addAll(learning.rows(2, weights));
        write(Stage.ALL_SIGNS, learning.fit(Stage.ALL_SIGNS, "allSigns", rows, EPOCHS), before);
        return line.put("written", folder.toString());
    }

    private void write(Stage stage, byte[] file, Map<Stage, Network> before) throws IOException {
        Network meanOf = before.get(stage);
        byte[] written =
                meanOf == null ? file : Mean.of(meanOf, Network.of(file)).file();
        Files.write(folder.resolve(stage.file()), written);
    }

    private Map<Stage, Network> learnedBefore() throws IOException {
        Map<Stage, Network> before = new EnumMap<>(Stage.class);
        if (meanWith != null) {
            for (Stage stage : Stage.values()) {
                before.put(stage, network(meanWith.resolve(stage.file())));
            }
        }
        return before;
    }

    private static Network network(Path file) throws IOException {
        try {
            return Network.of(Files.readAllBytes(file));
        } catch (NoSuchFileException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(file + " holds no weights", unusable);
        }
    }

    /** The steps of one training, each told as it is done. */
    private final class Learning {
        private final List<LabelledReads> given;
        private final ObjectNode losses;
        private final PrintStream progress;

        Learning(List<LabelledReads> given, ObjectNode losses, PrintStream progress) {
            this.given = given;
            this.losses = losses;
            this.progress = progress;
        }

        SignRows rows(int collection, CrossingWeights weights) {
            List<Supplier<LabelledReads>> traces = new ArrayList<>(DrawnTraces.of((seed + collection) % SEEDS, rounds));
            given.forEach(trace -> traces.add(() -> trace));
            SignRows rows = SignCollector.collect(traces, weights, (seed + collection) % SEEDS);
            progress.println(rows.size() + " rows of " + traces.size() + " traces");
            return rows;
        }

        byte[] fit(Stage stage, String name, SignRows rows, int epochs) {
            Trainer.Fitted fitted = new Trainer(stage, rows, seed).fit(epochs, progress);
            ObjectNode figures = losses.putObject(name)
                    .put("rows", rows.size())
                    .put("first", rounded(fitted.firstLoss()))
                    .put("last", rounded(fitted.lastLoss()));
            if (!Double.isNaN(fitted.heldOutLoss())) {
                figures.put("heldOut", rounded(fitted.heldOutLoss()));
            }
            return fitted.network().file();
        }

        private static double rounded(double loss) {
            return Double.parseDouble(String.format(Locale.ROOT, "%.6f", loss));
        }
    }
}
