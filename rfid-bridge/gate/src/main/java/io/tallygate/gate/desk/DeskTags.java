package io.tallygate.gate.desk;

import io.tallygate.crossing.Epc;
import io.tallygate.gate.ledger.Tid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies on a desk: the tags of the last seconds. Two chips that say the same EPC are two tags: so are new ones from the factory, and so
 * is a copy beside its original. Told by the reader's event loop, asked by the publisher.
 */
final class DeskTags {

    /** A tag that is not read for so long has been taken away. */
    static final Duration STAYS = Duration.ofSeconds(2);

    /** More than anybody puts on a desk to enrol. */
    static final int MOST = 32;

    private static final Comparator<SeenTag> STRONGEST_FIRST = Comparator.comparingDouble(SeenTag::rssiDbm)
            .reversed()
            .thenComparing(tag -> tag.epc().hex());

    private final List<Entry> entries = new ArrayList<>();

    /** The strengths of two halves of the time a tag stays, so that one taken a step away is not strong for ever. */
    private static final class Entry {
        private final Epc epc;
        private @Nullable Tid tid;
        private double strongest = Double.NEGATIVE_INFINITY;
        private double strongestBefore = Double.NEGATIVE_INFINITY;
        private Instant halfBegan;
        private Instant lastSeen;

        Entry(Epc epc, Instant now) {
            this.epc = epc;
            this.halfBegan = now;
            this.lastSeen = now;
        }

        void saw(double dbm, Instant now) {
            if (Duration.between(halfBegan, now).compareTo(STAYS.dividedBy(2)) >= 0) {
                strongestBefore = strongest;
                strongest = Double.NEGATIVE_INFINITY;
                halfBegan = now;
            }
            strongest = Math.max(strongest, dbm);
            lastSeen = now;
        }

        SeenTag tag() {
            return new SeenTag(epc, tid, Math.max(strongest, strongestBefore), lastSeen);
        }
    }

    /** @param tid null when this read does not tell it */
    synchronized void saw(Epc epc, @Nullable Tid tid, double dbm, Instant now) {
        forget(now);
        Entry entry = entryOf(epc, tid);
        if (entry == null) {
            if (entries.size() == MOST) {
                return;
            }
            entry = new Entry(epc, now);
            entries.add(entry);
        }
        if (tid != null
                && (entry.tid == null || tid.hex().length() > entry.tid.hex().length())) {
            entry.tid = tid;
        }
        entry.saw(dbm, now);
    }

    private @Nullable Entry entryOf(Epc epc, @Nullable Tid tid) {
        List<Entry> named =
                entries.stream().filter(entry -> entry.epc.equals(epc)).toList();
        return named.stream()
                .filter(entry -> tid != null && entry.tid != null && tid.isOfSameChip(entry.tid))
                .findFirst()
                .or(() -> named.stream()
                        .filter(entry -> tid == null || entry.tid == null)
                        .findFirst())
                .orElse(null);
    }

    /** Those there now, strongest first. */
    synchronized List<SeenTag> at(Instant now) {
        forget(now);
        return entries.stream().map(Entry::tag).sorted(STRONGEST_FIRST).toList();
    }

    /** The reader is away: what it saw last says nothing any more. */
    synchronized void clear() {
        entries.clear();
    }

    private void forget(Instant now) {
        entries.removeIf(entry -> Duration.between(entry.lastSeen, now).compareTo(STAYS) >= 0);
    }
}
