package io.tallygate.crossing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last reads of one tag, as many of each zone: a busy antenna does not push out what the other zone saw. */
final class EvidenceRing {
    private static final int OF_EACH_ZONE = 8;

    private final @Nullable TagObservation[][] reads = new @Nullable TagObservation[Zone.values().length][OF_EACH_ZONE];
    private final int[] next = new int[Zone.values().length];

    void add(Zone zone, TagObservation read) {
        int of = zone.ordinal();
        reads[of][next[of]] = read;
        next[of] = (next[of] + 1) % OF_EACH_ZONE;
    }

    List<TagObservation> oldestFirst() {
        List<TagObservation> kept = new ArrayList<>(2 * OF_EACH_ZONE);
        for (@Nullable TagObservation[] ofZone : reads) {
            for (TagObservation read : ofZone) {
                if (read != null) {
                    kept.add(read);
                }
            }
        }
        kept.sort(Comparator.comparingLong(TagObservation::timeUs));
        return kept;
    }
}
