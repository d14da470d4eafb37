package io.tallygate.crossing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the rule has learned: how to weigh a tag's own signs, and these with the signs of all moving tags. Either may be missing, for it is
 * learned one after the other; the filter's own figures stand in then.
 */
public final class CrossingWeights {
    /** How many figures a tag's own signs are. */
    public static final int OWN_SIGNS = TagSigns.COUNT;

    /** How many they are with the log odds by its own signs and the figures of all moving tags. */
    public static final int ALL_SIGNS = OWN_SIGNS + 1 + MovingTags.COUNT;

    private static final CrossingWeights BUILT_IN = new CrossingWeights(
            Perceptron.Weights.resource("own-signs.weights"), Perceptron.Weights.resource("with-others.weights"));

    private final Perceptron.@Nullable Weights own;
    private final Perceptron.@Nullable Weights withOthers;

    private CrossingWeights(Perceptron.@Nullable Weights own, Perceptron.@Nullable Weights withOthers) {
        this.own = own;
        this.withOthers = withOthers;
    }

    /** Those of the rule in force. */
    public static CrossingWeights builtIn() {
        return BUILT_IN;
    }

    /** Nothing learned yet: the filter alone decides. */
    public static CrossingWeights none() {
        return new CrossingWeights(null, null);
    }

    /**
     * @param file as {@code own-signs.weights}: {@link #OWN_SIGNS} in; out the log odds of having crossed and of moving
     * @throws IOException when it is no file of weights
     */
    public CrossingWeights withOwnSigns(byte[] file) throws IOException {
        return new CrossingWeights(read(file, OWN_SIGNS, 2), withOthers);
    }

    /**
     * @param file as {@code with-others.weights}: {@link #ALL_SIGNS} in, out the log odds of having crossed
     * @throws IOException when it is no file of weights
     */
    public CrossingWeights withAllSigns(byte[] file) throws IOException {
        return new CrossingWeights(own, read(file, ALL_SIGNS, 1));
    }

    private static Perceptron.Weights read(byte[] file, int inputs, int outputs) throws IOException {
        Perceptron.Weights weights = Perceptron.Weights.read(new ByteArrayInputStream(file));
        if (!weights.fit(inputs, outputs)) {
            throw new IOException("weights of another width than " + inputs + " in, " + outputs + " out");
        }
        return weights;
    }

    @Nullable
    Perceptron own() {
        return own == null ? null : new Perceptron(own, OWN_SIGNS, 2);
    }

    @Nullable
    Perceptron withOthers() {
        return withOthers == null ? null : new Perceptron(withOthers, ALL_SIGNS, 1);
    }
}
