package io.tallygate.crossing;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the balance of strength between the zones. A tag settles on the side where it is first clearly seen; it has
 * crossed when the balance lies beyond the line by more than its own error and has swung far enough from where the tag
 * came from. The two thresholds on two sides of the line are the hysteresis that makes one pass one crossing.
 */
public final class ZoneBalanceDetector implements CrossingDetector {
    private static final int EVICTIONS_PER_READ = 2;

    private final PortalLayout layout;
    private final ZoneBalanceRule rule;
    /** Least recently read first, so that eviction looks at the head only. */
    private final LinkedHashMap<Epc, TagTrack> tracks = new LinkedHashMap<>(64, 0.75f, true);

    private long nowUs = Long.MIN_VALUE;

    public ZoneBalanceDetector(PortalLayout layout, ZoneBalanceRule rule) {
        this.layout = layout;
        this.rule = rule;
    }

    @Override
    public @Nullable Crossing onRead(TagObservation read) {
        Zone zone = layout.zoneOf(read.antenna());
        if (zone == null || isStale(read.timeUs())) {
            return null;
        }
        nowUs = Math.max(nowUs, read.timeUs());
        evictIdle();
        return track(read).onRead(read, zone);
    }

    /** A read so late that its tag may have been forgotten since would start a stay that is long over. */
    private boolean isStale(long timeUs) {
        return nowUs != Long.MIN_VALUE && timeUs < nowUs - rule.forgetAfterUs();
    }

    private TagTrack track(TagObservation read) {
        TagTrack known = tracks.get(read.epc());
        if (known != null && !isIdle(known)) {
            return known;
        }
        TagTrack fresh = new TagTrack(rule, read.timeUs());
        tracks.put(read.epc(), fresh);
        return fresh;
    }

    private boolean isIdle(TagTrack track) {
        return track.lastUs() < nowUs - rule.forgetAfterUs();
    }

    private void evictIdle() {
        Iterator<Map.Entry<Epc, TagTrack>> oldest = tracks.entrySet().iterator();
        for (int i = 0; i < EVICTIONS_PER_READ && oldest.hasNext(); i++) {
            TagTrack track = oldest.next().getValue();
            if (!isIdle(track) && tracks.size() < rule.mostTags()) {
                return;
            }
            oldest.remove();
        }
    }

    @Override
    public void reset() {
        tracks.clear();
        nowUs = Long.MIN_VALUE;
    }

    @Override
    public int trackedTags() {
        return tracks.size();
    }
}
