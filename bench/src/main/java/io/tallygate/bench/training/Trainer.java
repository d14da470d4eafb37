package io.tallygate.bench.training;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fits a network to rows: Adam on batches drawn without replacement, the rate warming up, then falling by a cosine. What comes of it is the
 * running mean of what the steps led through.
 */
final class Trainer {
    private static final int MOST_BATCH = 4096;
    private static final int LEAST_BATCHES = 8;
    private static final int HELD_OUT_OF = 25;
    private static final double RATE = 3e-3;
    private static final double LEAST_RATE = 1e-5;
    private static final int WARM_UP_STEPS = 200;
    /** Fixed, and their sums added in their order: the same on any number of processors. */
    private static final int WORKERS = 4;

    private final Stage stage;
    private final SignRows rows;
    private final SplittableRandom random;
    private final Network network;
    private final List<Backpropagation> workers;
    private final int[] learnedFrom;
    private final int[] heldOut;

    Trainer(Stage stage, SignRows rows, long seed) {
        this.stage = stage;
        this.rows = rows;
        this.random = new SplittableRandom(seed);
        this.network = Network.drawn(random, stage.widths());
        this.workers = Stream.generate(() -> new Backpropagation(network))
                .limit(WORKERS)
                .toList();
        int[] counting = IntStream.range(0, rows.size())
                .filter(row -> stage.counts(rows, row))
                .toArray();
        shuffle(counting);
        int held = counting.length / HELD_OUT_OF;
        this.heldOut = IntStream.range(0, held).map(i -> counting[i]).toArray();
        this.learnedFrom =
                IntStream.range(held, counting.length).map(i -> counting[i]).toArray();
        if (learnedFrom.length < LEAST_BATCHES) {
            throw new IllegalArgumentException("too few rows to learn from: " + counting.length);
        }
    }

    /**
     * What came of it; losses are the mean weighted cross-entropy of having crossed.
     *
     * @param firstLoss of the first epoch
     * @param lastLoss of the last epoch
     * @param heldOutLoss of rows that were never learned from, by what came of it; NaN when there are too few rows for any
     */
    record Fitted(Network network, double firstLoss, double lastLoss, double heldOutLoss) {}

    Fitted fit(int epochs, PrintStream progress) {
        int batch = Math.min(MOST_BATCH, learnedFrom.length / LEAST_BATCHES);
        int batches = learnedFrom.length / batch;
        Adam adam = new Adam(network);
        RunningMean mean = new RunningMean(network);
        double first = Double.NaN;
        double last = Double.NaN;
        double held = Double.NaN;
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(learnedFrom);
            double sum = 0;
            for (int i = 0; i < batches; i++) {
                int step = epoch * batches + i;
                sum += lossOf(learnedFrom, i * batch, batch);
                adam.step(gradient(), rate(step, epochs * batches));
                mean.add();
            }
            last = sum / batches;
            first = epoch == 0 ? last : first;
            held = heldOut.length == 0 ? Double.NaN : lossOf(heldOut, 0, heldOut.length);
            progress.printf(
                    Locale.ROOT, "%s epoch %d of %d: loss %.5f, held out %.5f%n", stage, epoch + 1, epochs, last, held);
        }
        mean.settle();
        held = heldOut.length == 0 ? Double.NaN : lossOf(heldOut, 0, heldOut.length);
        return new Fitted(network, first, last, held);
    }

    private static double rate(int step, int steps) {
        double warm = Math.min(1, (step + 1.0) / WARM_UP_STEPS);
        return RATE * warm * 0.5 * (1 + Math.cos(Math.PI * step / steps)) + LEAST_RATE;
    }

    /** The mean loss of {@code count} rows of {@code order}; leaves its gradient with the workers. */
    private double lossOf(int[] order, int from, int count) {
        IntStream.range(0, WORKERS).parallel().forEach(worker -> {
            int begin = from + (int) ((long) count * worker / WORKERS);
            int end = from + (int) ((long) count * (worker + 1) / WORKERS);
            run(workers.get(worker), order, begin, end, 1f / count);
        });
        return workers.stream().mapToDouble(Backpropagation::loss).sum();
    }

    private void run(Backpropagation worker, int[] order, int begin, int end, float share) {
        float[] targets = new float[stage.outputs()];
        float[] weights = new float[stage.outputs()];
        worker.clear();
        for (int i = begin; i < end; i++) {
            rows.signs(order[i], worker.input());
            worker.forward();
            stage.targets(rows, order[i], targets, weights);
            worker.backward(targets, weights, share);
        }
    }

    private List<float[]> gradient() {
        List<float[]> sum = workers.getFirst().gradient();
        for (Backpropagation worker : workers.subList(1, WORKERS)) {
            List<float[]> part = worker.gradient();
            for (int k = 0; k < sum.size(); k++) {
                for (int i = 0; i < sum.get(k).length; i++) {
                    sum.get(k)[i] += part.get(k)[i];
                }
            }
        }
        return sum;
    }

    private void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
