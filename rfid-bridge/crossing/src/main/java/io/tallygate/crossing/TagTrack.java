package io.tallygate.crossing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One tag at one portal during one stay. */
final class TagTrack {
    private static final long STEP_US = 40_000;
    private static final double SAME_FADE_S = 0.108;
    private static final double REST_SHARE = 0.35;
    private static final double SILENCES_MISSED = 1.5;
    private static final double LEAST_MISSED_S = 0.3;
    private static final long MISSED_EVERY_US = 200_000;
    private static final double READ_WHEN_STRONG = 0.7;
    private static final double FLOOR_SOFT_DB = 3;
    private static final long BACK_SOON_US = 2_000_000;
    private static final double BACK_CERTAINTY = 0.91;
    private static final double MOST_CONFIDENCE = 0.999;

    private final LineRule rule;
    private final PortalRadio radio;
    private final List<AntennaMemory> antennas = new ArrayList<>(4);
    private final EvidenceRing evidence = new EvidenceRing();
    private final ZoneSwing swing = new ZoneSwing();
    private final long firstUs;
    private @Nullable LineBelief belief;
    private long lastUs;
    private long movedUs;
    private long missedUs;
    private @Nullable Direction lastCrossed;
    private long crossedUs;

    TagTrack(LineRule rule, PortalRadio radio, long firstUs) {
        this.rule = rule;
        this.radio = radio;
        this.firstUs = firstUs;
        this.lastUs = firstUs;
        this.movedUs = firstUs;
        this.missedUs = firstUs;
    }

    long lastUs() {
        return lastUs;
    }

    @Nullable
    Crossing onRead(TagObservation read, Zone zone, double dbm) {
        AntennaMemory antenna = antenna(read.antenna());
        if (antenna.isRepeat(read.timeUs())) {
            return null;
        }
        lastUs = Math.max(lastUs, read.timeUs());
        double gap = antenna.gapSeconds(read.timeUs());
        radio.compare(gap, antenna.lastDbm(), dbm);
        evidence.add(zone, read);
        swing.add(zone, lastUs, dbm, radio.floorDbm());
        LineBelief now = believe(zone, dbm, antenna, gap);
        antenna.add(read.timeUs(), dbm, gap);
        double bend = antenna.bend(read.timeUs(), dbm, radio.noiseVariance());
        if (!Double.isNaN(bend)) {
            radio.bent(bend, now.walking());
        }
        return decide(now, read);
    }

    private long sinceUs() {
        return lastCrossed == null ? firstUs : crossedUs;
    }

    private AntennaMemory antenna(int number) {
        for (AntennaMemory known : antennas) {
            if (known.antenna() == number) {
                return known;
            }
        }
        AntennaMemory fresh = new AntennaMemory(number);
        antennas.add(fresh);
        return fresh;
    }

    private LineBelief believe(Zone zone, double dbm, AntennaMemory antenna, double gap) {
        LineBelief known = belief;
        double weight = Math.min(1, gap / SAME_FADE_S);
        double fade = radio.fadeVariance(rule.fadeVariance());
        double noise = radio.noiseVariance();
        if (known == null) {
            belief = new LineBelief(rule, zone, dbm, fade + noise * weight);
            return belief;
        }
        if (lastUs - movedUs >= STEP_US) {
            rule.motion().advance(known, (lastUs - movedUs) / 1e6, (lastUs - sinceUs()) / 1e6);
            movedUs = lastUs;
        }
        known.weigh(zone, dbm, weighing(known, dbm, antenna, new LineBelief.Weighing(fade, noise, weight, 0, 0)));
        noteMiss(known, zone.opposite());
        return known;
    }

    /** A tag at rest is read as it was before; only a tag that moves needs the model of the gate. */
    private static LineBelief.Weighing weighing(
            LineBelief belief, double dbm, AntennaMemory antenna, LineBelief.Weighing walking) {
        if (!antenna.knowsRest()) {
            return walking;
        }
        double weight = walking.weight();
        double error = dbm - antenna.meanDbm();
        double fit = 1 / (1 + error * error * weight / (5 * antenna.variance()));
        double sharper = Math.pow((walking.variance(0) + belief.atLineVariance[0]) / antenna.variance(), weight / 2);
        return new LineBelief.Weighing(
                walking.fadeVariance(), walking.noiseVariance(), weight, fit * fit * fit * sharper, REST_SHARE);
    }

    private void noteMiss(LineBelief belief, Zone silent) {
        long since = Math.max(swing.lastUs(silent), firstUs);
        double missedAfter = Math.max(LEAST_MISSED_S, SILENCES_MISSED * radio.usualSilenceSeconds(silent));
        if (lastUs - since > missedAfter * 1e6 && lastUs - missedUs >= MISSED_EVERY_US) {
            belief.missedBy(silent, radio.floorDbm(), READ_WHEN_STRONG, FLOOR_SOFT_DB);
            missedUs = lastUs;
        }
    }

    private @Nullable Crossing decide(LineBelief now, TagObservation read) {
        if (!swing.seenByBoth()) {
            return null;
        }
        boolean backSoon = lastCrossed != null && lastUs - crossedUs < BACK_SOON_US;
        double needed = backSoon ? Math.max(BACK_CERTAINTY, rule.certainty()) : rule.certainty();
        for (Direction direction : Direction.values()) {
            double likely = now.crossed(direction);
            if (likely > needed && swing.towards(direction) >= rule.leastSwingDb(now.inPlainAir())) {
                return crossed(now, direction, likely, read);
            }
        }
        return null;
    }

    private Crossing crossed(LineBelief now, Direction direction, double likely, TagObservation read) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("probability", likely);
        figures.put("position_m", now.meanPlace());
        figures.put("walking", now.walking());
        figures.put("inside_dbm", swing.dbm(Zone.INSIDE));
        figures.put("outside_dbm", swing.dbm(Zone.OUTSIDE));
        figures.put("swing_db", swing.towards(direction));
        figures.put("plain_air", now.inPlainAir());
        figures.put("noise_db", Math.sqrt(radio.noiseVariance()));
        now.settle(direction);
        swing.restart();
        lastCrossed = direction;
        crossedUs = lastUs;
        double confidence = Math.clamp(likely, 0.5, MOST_CONFIDENCE);
        return new Crossing(
                read.epc(), direction, lastUs, confidence, evidence.oldestFirst(), LineRule.VERSION, figures);
    }
}
