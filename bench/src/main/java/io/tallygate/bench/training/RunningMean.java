package io.tallygate.bench.training;

import java.util.List;

/** The mean of a network's last thousand steps or so, each weighing the less the longer ago it was: it errs less than any one of them. */
final class RunningMean {
    private static final float NEWS = 1e-3f;

    private final Network network;
    private final List<float[]> means;
    private int steps;

    RunningMean(Network network) {
        this.network = network;
        this.means = network.parameters().stream().map(float[]::clone).toList();
    }

    /** Takes the network as it is now. */
    void add() {
        float news = Math.max(NEWS, 1f / ++steps);
        for (int k = 0; k < means.size(); k++) {
            float[] mean = means.get(k);
            float[] now = network.parameters().get(k);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += news * (now[i] - mean[i]);
            }
        }
    }

    /** Puts the mean in the place of what the last step led to. */
    void settle() {
        for (int k = 0; k < means.size(); k++) {
            float[] mean = means.get(k);
            System.arraycopy(mean, 0, network.parameters().get(k), 0, mean.length);
        }
    }
}
