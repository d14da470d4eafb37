package io.tallygate.crossing;

/** Is shown the signs that the rule weighs: what the weights are trained on. Called by the thread that feeds the detector. */
public interface SignsObserver {

    /**
     * Asked each time a tag is judged, so that what nobody wants is not collected.
     *
     * @param timeUs on the clock of the reads
     */
    boolean wants(Epc epc, long timeUs);

    /**
     * Shown once for each direction when wanted.
     *
     * @param signs {@link CrossingWeights#ALL_SIGNS} figures as seen by somebody who expects the tag to go in {@code direction}, the first
     *     {@link CrossingWeights#OWN_SIGNS} of them its own; they are the observer's to keep
     */
    void seen(Epc epc, long timeUs, Direction direction, float[] signs);
}
