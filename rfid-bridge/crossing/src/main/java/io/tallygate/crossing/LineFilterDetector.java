package io.tallygate.crossing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows each tag along the way through the gate: a Bayesian filter over place and gait ({@link LineBelief}), moved on by time
 * ({@link LineMotion}) and weighed by every read. A tag has crossed when it is likelier than the portal's certainty that it came from one
 * side and is now on the other.
 *
 * <p>What it rests on: the order and timing of reads, the strength in each zone against the strength the same tag would have at the
 * line, how a tag at rest was read before, and the silence of a zone. Phase and Doppler are left alone: readers differ in their sign and
 * hop between channels, so that neither tells a direction without knowing the reader.
 */
final class LineFilterDetector implements CrossingDetector {
    private static final long FORGET_AFTER_US = 4_000_000;
    private static final int MOST_TAGS = 4096;
    private static final int EVICTIONS_PER_READ = 2;
    private static final int TURNS_PER_READ = 4;

    private final PortalLayout layout;
    private final Supplier<LineRule> rules;
    private LineRule rule;
    private PortalRadio radio = new PortalRadio();
    /** Least recently read first, so that eviction looks at the head only. */
    private final LinkedHashMap<Epc, TagTrack> tracks = new LinkedHashMap<>(64, 0.75f, true);

    /** The same tags, whose turn it is next first; those out of sight leave when theirs comes. */
    private final Deque<TagTrack> turns = new ArrayDeque<>();

    private long nowUs = Long.MIN_VALUE;

    /** @param rules gives a fresh rule for each start: a rule keeps what the portal's reads taught it */
    LineFilterDetector(PortalLayout layout, Supplier<LineRule> rules) {
        this.layout = layout;
        this.rules = rules;
        this.rule = rules.get();
    }

    @Override
    public @Nullable Crossing onRead(TagObservation read) {
        Zone zone = layout.zoneOf(read.antenna());
        double dbm = rule.tuned(read);
        if (zone == null || Double.isNaN(dbm) || isStale(read.timeUs())) {
            return null;
        }
        nowUs = Math.max(nowUs, read.timeUs());
        radio.heard(zone, read.timeUs(), dbm);
        evictIdle();
        TagTrack own = track(read);
        Crossing crossing = own.onRead(read, zone, dbm);
        return crossing != null ? crossing : turnOfAnother(own);
    }

    /** With every read another tag is looked at again: a trolley's tags are read too seldom to wait for each one's own. */
    private @Nullable Crossing turnOfAnother(TagTrack own) {
        for (int i = 0; i < TURNS_PER_READ; i++) {
            TagTrack next = turns.pollFirst();
            if (next == null) {
                return null;
            }
            if (!isIdle(next) && !next.isForgotten()) {
                turns.addLast(next);
                if (next != own && next.wantsTurn(nowUs)) {
                    return next.turn(nowUs);
                }
            }
        }
        return null;
    }

    /** A read so late that its tag may have been forgotten since would start a stay that is long over. */
    private boolean isStale(long timeUs) {
        return nowUs != Long.MIN_VALUE && timeUs < nowUs - FORGET_AFTER_US;
    }

    private TagTrack track(TagObservation read) {
        TagTrack known = tracks.get(read.epc());
        if (known != null && !isIdle(known)) {
            return known;
        }
        if (known != null) {
            known.forget();
        }
        TagTrack fresh = new TagTrack(read.epc(), rule, radio, read.timeUs());
        tracks.put(read.epc(), fresh);
        turns.addLast(fresh);
        return fresh;
    }

    private boolean isIdle(TagTrack track) {
        return track.lastUs() < nowUs - FORGET_AFTER_US;
    }

    private void evictIdle() {
        Iterator<Map.Entry<Epc, TagTrack>> oldest = tracks.entrySet().iterator();
        for (int i = 0; i < EVICTIONS_PER_READ && oldest.hasNext(); i++) {
            TagTrack track = oldest.next().getValue();
            if (!isIdle(track) && tracks.size() < MOST_TAGS) {
                return;
            }
            track.forget();
            oldest.remove();
        }
    }

    @Override
    public void reset() {
        tracks.clear();
        turns.clear();
        rule = rules.get();
        radio = new PortalRadio();
        nowUs = Long.MIN_VALUE;
    }

    @Override
    public int trackedTags() {
        return tracks.size();
    }
}
