package io.tallygate.sightings.tag.domain;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stay of a tag at a portal: reads less than 30 s apart.
 *
 * @param firstSeenUs microseconds since the epoch, as {@code lastSeenUs}
 * @param lastAntenna the antenna that saw it last
 * @param strongest for each antenna the strongest signal, in hundredths of a dBm
 */
public record Visit(
        Place place,
        long firstSeenUs,
        long lastSeenUs,
        long reads,
        int lastAntenna,
        SortedMap<Integer, Integer> strongest) {

    /** A tag unseen for so long has been away. */
    public static final long GAP_US = 30_000_000;

    public Visit {
        strongest = new TreeMap<>(strongest);
    }

    public static Visit begun(Read read) {
        return new Visit(
                read.place(),
                read.seenAtUs(),
                read.seenAtUs(),
                read.count(),
                read.antenna(),
                new TreeMap<>(Map.of(read.antenna(), read.rssiCentiDbm())));
    }

    /** Whether the read came later than everything in this visit; an earlier one has been counted, or delivered before. */
    public boolean before(Read read) {
        return lastSeenUs < read.seenAtUs();
    }

    public boolean covers(Read read) {
        return read.seenAtUs() - lastSeenUs < GAP_US;
    }

    public Visit extended(Read read) {
        TreeMap<Integer, Integer> signals = new TreeMap<>(strongest);
        signals.merge(read.antenna(), read.rssiCentiDbm(), Math::max);
        return new Visit(place, firstSeenUs, read.seenAtUs(), reads + read.count(), read.antenna(), signals);
    }

    /** The same however often it is computed, so that writing it twice writes it once. */
    public String id() {
        return place.key() + "|" + firstSeenUs;
    }
}
