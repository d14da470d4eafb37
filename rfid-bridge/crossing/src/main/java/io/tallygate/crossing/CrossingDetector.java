package io.tallygate.crossing;

import org.jspecify.annotations.Nullable;

/**
 * Watches one portal. Fed every read in the order of arrival by one thread; each call costs the same however many tags
 * and reads came before, and what it remembers is bounded.
 *
 * <p>One pass gives one crossing. A tag seen by one zone only, a tag lying near the line, a carrier that turns back, a
 * report delivered twice give none.
 */
public interface CrossingDetector {

    /**
     * @return the crossing that this read settles, null when it settles none; reads of antennas outside the layout are
     *     ignored
     */
    @Nullable
    Crossing onRead(TagObservation read);

    /** Forgets every tag: the stream of reads was interrupted and what follows does not continue it. */
    void reset();

    /** How many tags it remembers now. */
    int trackedTags();
}
