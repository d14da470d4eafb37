package io.tallygate.crossing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is remembered of one tag at one portal during one stay. */
final class TagTrack {
    private static final double USUAL_READS_IN_WINDOW = 4;

    private final ZoneBalanceRule rule;
    private final ZoneStrength inside = new ZoneStrength();
    private final ZoneStrength outside = new ZoneStrength();
    private final EvidenceRing evidence = new EvidenceRing();
    private final Map<Integer, Long> lastByAntenna = new HashMap<>(8);
    private final DwellMean dwell;
    private @Nullable Zone side;
    private double furthestDb;
    private final long firstUs;
    private long lastUs = Long.MIN_VALUE;
    private double meanGapUs;

    TagTrack(ZoneBalanceRule rule, long firstUs) {
        this.firstUs = firstUs;
        this.rule = rule;
        this.dwell = new DwellMean(rule.dwellAfterUs());
        this.meanGapUs = rule.shortestWindowUs() / USUAL_READS_IN_WINDOW;
    }

    long lastUs() {
        return lastUs;
    }

    @Nullable
    Crossing onRead(TagObservation read, Zone zone) {
        if (isRepeat(read)) {
            return null;
        }
        long previousUs = lastUs;
        lastUs = Math.max(lastUs, read.timeUs());
        evidence.add(read);
        settleBeforeFirstLookFrom(zone);
        strength(zone).add(read.timeUs(), read.rssiDbm(), windowUs(previousUs));
        strength(zone.opposite()).readElsewhere();
        Balance balance = balance(zone);
        Crossing crossing = judge(balance, read);
        if (inside.seen() && outside.seen()) {
            dwell.add(lastUs, balance.db());
        }
        return crossing;
    }

    /** The same report delivered twice, or a read that comes after a later one of its antenna: it tells nothing new. */
    private boolean isRepeat(TagObservation read) {
        Long last = lastByAntenna.get(read.antenna());
        if (last != null && read.timeUs() <= last) {
            return true;
        }
        lastByAntenna.put(read.antenna(), read.timeUs());
        return false;
    }

    private double windowUs(long previousUs) {
        if (previousUs != Long.MIN_VALUE) {
            meanGapUs += 0.25 * (lastUs - previousUs - meanGapUs);
        }
        return Math.clamp(USUAL_READS_IN_WINDOW * meanGapUs, rule.shortestWindowUs(), rule.longestWindowUs());
    }

    private ZoneStrength strength(Zone zone) {
        return zone == Zone.INSIDE ? inside : outside;
    }

    private Balance balance(Zone zone) {
        return inside.seen() && outside.seen()
                ? Balance.between(inside, outside, lastUs, rule)
                : Balance.oneSided(zone, strength(zone).effectiveReads(), rule.noiseDb());
    }

    private @Nullable Crossing judge(Balance balance, TagObservation read) {
        Zone from = side;
        if (from == null) {
            settle(balance);
            return null;
        }
        furthestDb = Math.max(furthestDb, balance.towards(from));
        Zone to = from.opposite();
        if (!isAcross(balance, from, to)) {
            return null;
        }
        side = to;
        furthestDb = balance.towards(to);
        dwell.restart(lastUs);
        return new Crossing(
                read.epc(), Direction.into(to), lastUs, balance.confidence(to), evidence.oldestFirst(), rule.version());
    }

    /** A zone that comes to see a tag only now has been missing it until now. */
    private void settleBeforeFirstLookFrom(Zone zone) {
        if (side == null && !strength(zone).seen() && strength(zone.opposite()).seen()) {
            settle(balance(zone.opposite()));
        }
    }

    /**
     * A side is not believed from a first glance: one zone alone must have had time to miss the tag, two zones must differ
     * clearly. A tag put on the wrong side here would cross as soon as it is seen properly.
     */
    private void settle(Balance balance) {
        boolean bothSeen = inside.seen() && outside.seen();
        if (!bothSeen && lastUs - firstUs < rule.absenceAfterUs()) {
            return;
        }
        for (Zone zone : Zone.values()) {
            if (balance.towards(zone) > rule.settleErrors() * balance.errorDb()) {
                side = zone;
                furthestDb = balance.towards(zone);
            }
        }
    }

    private boolean isAcross(Balance balance, Zone from, Zone to) {
        double beyond = balance.towards(to);
        if (beyond <= rule.marginErrors() * balance.errorDb()
                || !strength(from).seen()
                || !strength(to).seen()) {
            return false;
        }
        if (!isNearby(strength(from), strength(to))) {
            return false;
        }
        if (dwell.isDwelling(lastUs)) {
            return beyond + dwell.meanTowards(from) >= rule.dwellSwingDb();
        }
        return beyond + furthestDb >= rule.leastSwingDb();
    }

    /** On the line a tag is about as strong as it ever was in either zone; far off both zones hear it equally badly. */
    private boolean isNearby(ZoneStrength from, ZoneStrength to) {
        return from.peakDbm() >= to.meanDbm() - rule.peakToleranceDb()
                && to.meanDbm() >= from.peakDbm() - rule.fadedDb()
                && to.meanDbm() >= to.peakDbm() - rule.fadedDb();
    }
}
