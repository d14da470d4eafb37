package io.tallygate.crossing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last reads of one tag; the oldest make room. */
final class EvidenceRing {
    private static final int CAPACITY = 16;

    private final @Nullable TagObservation[] reads = new @Nullable TagObservation[CAPACITY];
    private int next;

    void add(TagObservation read) {
        reads[next] = read;
        next = (next + 1) % CAPACITY;
    }

    List<TagObservation> oldestFirst() {
        List<TagObservation> kept = new ArrayList<>(CAPACITY);
        for (TagObservation read : reads) {
            if (read != null) {
                kept.add(read);
            }
        }
        kept.sort(Comparator.comparingLong(TagObservation::timeUs));
        return kept;
    }
}
