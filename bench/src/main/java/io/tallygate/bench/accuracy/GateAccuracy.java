package io.tallygate.bench.accuracy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Draws labelled traces, runs the rule in force and the baselines over them, and over labelled sets of others, and reports.
 *
 * @param seed the same seed and rounds draw the same traces
 * @param rounds of one draw of every scenario in every family, as often as the scenario's weight says
 * @param spared what the drawn traces are spared
 * @param folder where the drawn traces are written to; null writes none
 * @param sets folders of labelled traces made by others ({@link TraceSet})
 */
public record GateAccuracy(
        long seed, int rounds, Spared spared, @Nullable Path folder, List<Path> sets) {
    public static final String USAGE =
            "gate-accuracy [--seed N] [--rounds N] [--spare " + Spared.names() + "] [--write DIR] [--traces DIR]…";
    private static final int USUAL_ROUNDS = 12;

    public GateAccuracy {
        sets = List.copyOf(sets);
    }

    /** @throws IllegalArgumentException when an option is unknown or lacks its value; the message is the usage */
    public static GateAccuracy parse(List<String> options) {
        long seed = ThreadLocalRandom.current().nextLong(1_000_000_000);
        int rounds = 0;
        Spared spared = Spared.NOTHING;
        Path folder = null;
        List<Path> sets = new ArrayList<>();
        for (int i = 0; i < options.size(); i += 2) {
            String value = i + 1 < options.size() ? options.get(i + 1) : "";
            switch (options.get(i)) {
                case "--seed" -> seed = Math.floorMod(number(value), 1_000_000_000L);
                case "--rounds" -> rounds = (int) Math.clamp(number(value), 1, DrawnTraces.MOST_ROUNDS);
                case "--spare" -> spared = spared(value);
                case "--write" -> folder = Path.of(value);
                case "--traces" -> sets.add(folder(value));
                default -> throw new IllegalArgumentException("usage: " + USAGE);
            }
        }
        // Writing is for looking at traces: one round is some 400 of them.
        return new GateAccuracy(seed, rounds > 0 ? rounds : folder == null ? USUAL_ROUNDS : 1, spared, folder, sets);
    }

    private static Path folder(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("usage: " + USAGE);
        }
        return Path.of(value);
    }

    private static Spared spared(String name) {
        try {
            return Spared.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("usage: " + USAGE, unknown);
        }
    }

    private static long number(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("usage: " + USAGE, notANumber);
        }
    }

    /** @throws IllegalArgumentException when a set is broken, before anything is drawn; the message says where and why */
    public ObjectNode run(PrintStream progress) throws IOException {
        List<TraceSet> read = sets.stream().map(TraceSet::read).toList();
        progress.println("seed " + seed + ", " + rounds + " rounds, spared: " + spared);
        AccuracyRun run = new AccuracyRun();
        Consumer<LabelledTrace> sink = folder == null ? null : new TraceFolder(folder)::write;
        run.run(Draw.rounds(rounds, seed * DrawnTraces.MOST_ROUNDS, spared), sink);
        AccuracyReport report = new AccuracyReport(run);
        report.print(progress);
        SetReport others =
                new SetReport(read.stream().map(set -> new SetRun(set).run()).toList());
        others.print(progress);
        ObjectNode line = report.json(seed).put("spared", spared.name());
        others.put(line.putObject("sets"));
        CostOfARead cost = new CostOfARead();
        cost.print(progress);
        cost.put(line.putArray("costOfARead"));
        return line;
    }
}
