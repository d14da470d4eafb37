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
    private static final double BACK_CERTAINTY = 0.9;
    private static final long SAME_WAY_AFTER_US = 3_000_000;
    private static final double OVER = 0.2;
    private static final double BACK = 0.5;
    private static final int LEAST_READS = 3;
    /** Before each zone has had its turn, a tag seems to go to whichever read it last. */
    private static final long LEAST_KNOWN_US = 300_000;

    private static final long TURN_US = 30_000;
    private static final long GONE_US = 1_500_000;
    private static final double SEEMS_TO_MOVE = 0.3;
    private static final double SEEMS_TO_REST = 0.15;
    private static final double SURELY_RESTS = 0.05;
    private static final long LEFT_ALONE_US = 500_000;
    private static final double MOST_CONFIDENCE = 0.999;

    private final LineRule rule;
    private final PortalRadio radio;
    private final List<AntennaMemory> antennas = new ArrayList<>(4);
    private final EvidenceRing evidence = new EvidenceRing();
    private final ZoneSwing swing = new ZoneSwing();
    private final TagSigns signs;
    private final MovingTags.Sums sums = new MovingTags.Sums();
    private final Epc epc;
    private final long firstUs;
    private @Nullable LineBelief belief;
    private @Nullable BeliefFigures figures;
    private double moves;
    private long turnedUs;
    private long judgedUs;
    private boolean forgotten;
    private long lastUs;
    private long movedUs;
    private long missedUs;
    private @Nullable Direction lastCrossed;
    private long crossedUs;

    TagTrack(Epc epc, LineRule rule, PortalRadio radio, long firstUs) {
        this.epc = epc;
        this.signs = new TagSigns(radio, firstUs);
        this.rule = rule;
        this.radio = radio;
        this.firstUs = firstUs;
        this.lastUs = firstUs;
        this.movedUs = firstUs;
        this.missedUs = firstUs;
    }

    /** It is no longer this tag's track: what comes of it later is void. */
    void forget() {
        forgotten = true;
    }

    boolean isForgotten() {
        return forgotten;
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
        radio.compare(gap, figures != null && moves < SEEMS_TO_REST, antenna.lastDbm(), dbm);
        evidence.add(zone, read);
        swing.add(zone, lastUs, dbm, radio.floorDbm());
        signs.add(zone, lastUs, dbm, antenna);
        BeliefFigures before = figures;
        if (before != null && isLeftAlone(antenna, dbm)) {
            remember(antenna, read.timeUs(), dbm, gap, before);
            return null;
        }
        LineBelief known = believe(zone, dbm, antenna, gap);
        judgedUs = lastUs;
        BeliefFigures now = known.figures();
        figures = now;
        LearnedRule.Own own = judgeByItself(now);
        double above = dbm - radio.floorDbm();
        rule.learned().moving().add(sums, lastUs, zone, above, moves, now, own.outLogit(), own.inLogit());
        rule.learned().show(epc, lastUs, own, sums, now);
        remember(antenna, read.timeUs(), dbm, gap, now);
        return decide(now, own, lastUs);
    }

    /**
     * Most tags at a gate lie there. A read like those before of a tag that rests says nothing new: such a tag is judged a few times a second,
     * however often it is read, and at once when a read is unlike the others.
     */
    private boolean isLeftAlone(AntennaMemory antenna, double dbm) {
        return moves < SURELY_RESTS && lastUs - judgedUs < LEFT_ALONE_US && antenna.isUsual(dbm);
    }

    private void remember(AntennaMemory antenna, long timeUs, double dbm, double gap, BeliefFigures now) {
        antenna.add(timeUs, dbm, gap);
        double bend = antenna.bend(timeUs, dbm, radio.noiseVariance());
        if (!Double.isNaN(bend)) {
            radio.bent(bend, now.walking());
        }
    }

    /** It seems to move and has not been looked at for a while: what others show may settle it meanwhile. */
    boolean wantsTurn(long nowUs) {
        return moves > SEEMS_TO_MOVE && nowUs - lastUs < GONE_US && nowUs - Math.max(lastUs, turnedUs) >= TURN_US;
    }

    /** Looks at it again although it was not read. */
    @Nullable
    Crossing turn(long nowUs) {
        turnedUs = nowUs;
        BeliefFigures now = figures;
        if (now == null) {
            return null;
        }
        signs.idle(nowUs);
        LearnedRule.Own own = judgeByItself(now);
        rule.learned().show(epc, nowUs, own, sums, now);
        return decide(now, own, nowUs);
    }

    private LearnedRule.Own judgeByItself(BeliefFigures now) {
        LearnedRule.Own own = rule.learned().byItself(signs, now);
        moves = own.moves();
        return own;
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

    private @Nullable Crossing decide(BeliefFigures now, LearnedRule.Own own, long atUs) {
        if (signs.count() < LEAST_READS || atUs - firstUs < LEAST_KNOWN_US) {
            return null;
        }
        boolean backSoon = lastCrossed != null && atUs - crossedUs < BACK_SOON_US;
        double needed = backSoon ? Math.max(BACK_CERTAINTY, rule.certainty()) : rule.certainty();
        for (Direction direction : Direction.values()) {
            if (direction != lastCrossed && own.moves() < SURELY_RESTS) {
                continue;
            }
            double likely = rule.learned().crossed(direction, own, sums, now);
            if (direction == lastCrossed) {
                forgetCrossing(now, likely, atUs);
            } else if (likely > needed && swing.towards(direction) >= rule.leastSwingDb()) {
                return crossed(now, own, direction, likely, atUs);
            }
        }
        return null;
    }

    /** One pass gives one crossing. Where the tag has since been well back on the side it came from, it may go the same way again. */
    private void forgetCrossing(BeliefFigures now, double likely, long atUs) {
        Zone from = lastCrossed == Direction.OUT ? Zone.INSIDE : Zone.OUTSIDE;
        if (likely < OVER && now.cameFrom(from) > BACK && atUs - crossedUs > SAME_WAY_AFTER_US) {
            lastCrossed = null;
        }
    }

    private Crossing crossed(BeliefFigures now, LearnedRule.Own own, Direction direction, double likely, long atUs) {
        Map<String, Double> why = new LinkedHashMap<>();
        why.put("probability", likely);
        why.put("own_probability", own.crossed(direction));
        why.put("position_m", now.placeMetres());
        why.put("walking", own.moves());
        why.put("inside_dbm", swing.dbm(Zone.INSIDE));
        why.put("outside_dbm", swing.dbm(Zone.OUTSIDE));
        why.put("swing_db", swing.towards(direction));
        why.put("plain_air", now.inPlainAir());
        why.put("noise_db", Math.sqrt(radio.noiseVariance()));
        if (belief != null) {
            belief.settle(direction);
        }
        swing.restart();
        lastCrossed = direction;
        crossedUs = atUs;
        double confidence = Math.clamp(likely, 0.5, MOST_CONFIDENCE);
        return new Crossing(epc, direction, atUs, confidence, evidence.oldestFirst(), LineRule.VERSION, why);
    }
}
