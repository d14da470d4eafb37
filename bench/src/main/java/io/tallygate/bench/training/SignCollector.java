package io.tallygate.bench.training;

import io.tallygate.bench.accuracy.LabelledReads;
import io.tallygate.crossing.CrossingDetector;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.CrossingWeights;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.SignsObserver;
import io.tallygate.crossing.TagObservation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Keeps of one trace now and then what the rule saw, with what it ought to have said. */
final class SignCollector implements SignsObserver {
    private static final int TRACES_AT_ONCE = 64;
    private static final long MOST_TRACES = 1_000_000;
    private static final long MOVING_STEP_US = 70_000;
    private static final long TROLLEY_STEP_US = 160_000;
    private static final long RESTING_STEP_US = 600_000;

    private final Truth truth;
    private final SplittableRandom random;
    private final Map<Epc, Long> lastUs = new HashMap<>();
    private final SignRows rows = new SignRows();

    private SignCollector(LabelledReads trace) {
        truth = new Truth(trace);
        random = new SplittableRandom(trace.reads().size());
    }

    /** The rows of all traces in their order, each disturbed at random, as the rule with {@code weights} sees them. */
    static SignRows collect(List<Supplier<LabelledReads>> traces, CrossingWeights weights, long seed) {
        SignRows all = new SignRows();
        for (int from = 0; from < traces.size(); from += TRACES_AT_ONCE) {
            int to = Math.min(traces.size(), from + TRACES_AT_ONCE);
            IntStream.range(from, to)
                    .parallel()
                    .mapToObj(i -> of(disturbance(seed, i).of(traces.get(i).get()), weights))
                    .toList()
                    .forEach(all::addAll);
        }
        return all;
    }

    private static Disturbance disturbance(long seed, int trace) {
        return new Disturbance(new SplittableRandom(seed * MOST_TRACES + trace));
    }

    private static SignRows of(LabelledReads trace, CrossingWeights weights) {
        SignCollector collector = new SignCollector(trace);
        CrossingDetector detector = CrossingDetectorFactory.observed(trace.tuning(), weights, collector)
                .create(trace.layout());
        for (TagObservation read : trace.reads()) {
            detector.onRead(read);
        }
        return collector.rows;
    }

    @Override
    public boolean wants(Epc epc, long timeUs) {
        long step = !truth.moves(epc) ? RESTING_STEP_US : truth.isTrolley() ? TROLLEY_STEP_US : MOVING_STEP_US;
        Long last = lastUs.get(epc);
        boolean wanted = last == null ? random.nextDouble() < 0.5 : timeUs - last >= step * (0.5 + random.nextDouble());
        if (wanted) {
            lastUs.put(epc, timeUs);
        }
        return wanted;
    }

    @Override
    public void seen(Epc epc, long timeUs, Direction direction, float[] signs) {
        Truth.Answer answer = truth.at(epc, timeUs, direction);
        rows.add(answer.crossed(), answer.weight(), truth.moves(epc) ? 1 : 0, signs);
    }
}
