package io.tallygate.sightings.tag.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds reads into visits. It starts from the newest visit of each place, as kept, and skips what is not newer than that: so reads
 * that come again change nothing, and the same reads on the same visits give the same result.
 */
public final class VisitLog {

    private final Map<String, Visit> changed = new LinkedHashMap<>();
    private final Map<Place, Visit> newest;

    private VisitLog(Map<Place, Visit> newest) {
        this.newest = new LinkedHashMap<>(newest);
    }

    /** The visits that these reads begin or extend, by place and in the order of time. */
    public static List<Visit> fold(Map<Place, Visit> newest, List<Read> reads) {
        VisitLog log = new VisitLog(newest);
        reads.stream().sorted(Comparator.comparingLong(Read::seenAtUs)).forEach(log::add);
        return new ArrayList<>(log.changed.values());
    }

    private void add(Read read) {
        Visit current = newest.get(read.place());
        if (current != null && !current.before(read)) {
            return;
        }
        Visit visit = next(current, read);
        newest.put(read.place(), visit);
        changed.put(visit.id(), visit);
    }

    private static Visit next(@Nullable Visit current, Read read) {
        return current != null && current.covers(read) ? current.extended(read) : Visit.begun(read);
    }
}
