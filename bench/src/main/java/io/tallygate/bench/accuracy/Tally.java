package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Crossing;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.TagObservation;
import io.tallygate.crossing.Zone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Counts of one detector over many traces.
 *
 * <p>A decision belongs to a crossing when it comes at most {@value #LATE_SECONDS} s after the tag passed the line, and before it at
 * most {@value #EARLY_SECONDS} s or with the tag {@value #EARLY_METRES} m or less from the line, whichever comes first. It is in
 * time when it comes at most {@value #IN_TIME_SECONDS} s after. Where nobody noted the speed, before it is at most {@value
 * #EARLY_UNTIMED_SECONDS} s. A decision that belongs to no crossing is false.
 */
final class Tally {
    static final double IN_TIME_SECONDS = 0.5;
    static final double EARLY_SECONDS = 0.5;
    static final double EARLY_METRES = 0.75;
    static final double EARLY_UNTIMED_SECONDS = 0.75;
    static final double LATE_SECONDS = 2;
    private static final double LOOKED_BACK_SECONDS = 1.5;

    long outward;
    long outwardInTime;
    long outwardLate;
    /** Outward crossings with fewer than two reads around the line, or unseen by a zone until half a second after: nobody could tell. */
    long outwardUnseen;

    long directed;
    long directionRight;
    /** Tags that never passed the line, one for each trace. */
    long standing;

    long standingAlarmed;
    /** Those of them that somebody carried about: turned back, lingered, walked by. */
    long turned;

    long turnedAlarmed;
    long standingCameIn;
    /** Alarms of tags that did cross, but not outward and not then. */
    long strayAlarms;

    /** Tags that never passed the line outward, those that came in among them. */
    long neverOut;

    long neverOutAlarmed;

    private double[] delays = new double[64];
    private int delayCount;

    void add(LabelledReads trace, List<Crossing> decisions) {
        for (Map.Entry<Epc, List<TrueCrossing>> tag : trace.tags().entrySet()) {
            List<Crossing> own = decisions.stream()
                    .filter(decision -> decision.epc().equals(tag.getKey()))
                    .toList();
            addNeverOut(tag.getValue(), own);
            if (tag.getValue().isEmpty()) {
                int alarmed = own.stream().anyMatch(it -> it.direction() == Direction.OUT) ? 1 : 0;
                int carried = trace.carried().contains(tag.getKey()) ? 1 : 0;
                standing++;
                standingAlarmed += alarmed;
                turned += carried;
                turnedAlarmed += carried * alarmed;
                standingCameIn += own.stream().anyMatch(it -> it.direction() == Direction.IN) ? 1 : 0;
            } else {
                addCrossings(trace, tag.getValue(), own);
            }
        }
    }

    private void addNeverOut(List<TrueCrossing> crossings, List<Crossing> decisions) {
        if (crossings.stream().noneMatch(it -> it.direction() == Direction.OUT)) {
            neverOut++;
            neverOutAlarmed += decisions.stream().anyMatch(it -> it.direction() == Direction.OUT) ? 1 : 0;
        }
    }

    private void addCrossings(LabelledReads trace, List<TrueCrossing> crossings, List<Crossing> decisions) {
        List<Crossing> left = new ArrayList<>(decisions);
        long notBefore = Long.MIN_VALUE;
        for (TrueCrossing truth : crossings) {
            long from = Math.max(notBefore, truth.atUs() - earlyUs(truth));
            long until = truth.atUs() + us(LATE_SECONDS);
            List<Crossing> near = left.stream()
                    .filter(it -> it.decidedAtUs() >= from && it.decidedAtUs() <= until)
                    .toList();
            Crossing decision = near.isEmpty() ? null : near.getFirst();
            if (decision != null) {
                directed++;
                directionRight += decision.direction() == truth.direction() ? 1 : 0;
            }
            if (truth.direction() == Direction.OUT) {
                addOutward(trace, truth, near, left);
            } else if (decision != null) {
                left.remove(decision);
            }
            notBefore = truth.atUs();
        }
        strayAlarms +=
                left.stream().filter(it -> it.direction() == Direction.OUT).count();
    }

    private void addOutward(LabelledReads trace, TrueCrossing truth, List<Crossing> near, List<Crossing> left) {
        outward++;
        outwardUnseen += canBeSeen(trace, truth) ? 0 : 1;
        for (Crossing decision : near) {
            if (decision.direction() == Direction.OUT) {
                double delay = (decision.decidedAtUs() - truth.atUs()) / 1e6;
                outwardInTime += delay <= IN_TIME_SECONDS ? 1 : 0;
                outwardLate += delay > IN_TIME_SECONDS ? 1 : 0;
                addDelay(delay);
                left.remove(decision);
                return;
            }
        }
    }

    private static boolean canBeSeen(LabelledReads trace, TrueCrossing truth) {
        int around = 0;
        boolean inside = false;
        boolean outside = false;
        for (TagObservation read : trace.reads()) {
            if (read.timeUs() > truth.atUs() + us(IN_TIME_SECONDS)) {
                break;
            }
            if (read.epc().equals(truth.epc())) {
                boolean isInside = trace.layout().zoneOf(read.antenna()) == Zone.INSIDE;
                inside |= isInside;
                outside |= !isInside;
                around += read.timeUs() >= truth.atUs() - us(LOOKED_BACK_SECONDS) ? 1 : 0;
            }
        }
        return around >= 2 && inside && outside;
    }

    private static long earlyUs(TrueCrossing truth) {
        return us(
                Double.isNaN(truth.metresPerSecond())
                        ? EARLY_UNTIMED_SECONDS
                        : Math.max(EARLY_SECONDS, EARLY_METRES / truth.metresPerSecond()));
    }

    private static long us(double seconds) {
        return Math.round(seconds * 1e6);
    }

    private void addDelay(double delay) {
        if (delayCount == delays.length) {
            delays = Arrays.copyOf(delays, 2 * delayCount);
        }
        delays[delayCount++] = delay;
    }

    Tally plus(Tally other) {
        outward += other.outward;
        outwardInTime += other.outwardInTime;
        outwardLate += other.outwardLate;
        outwardUnseen += other.outwardUnseen;
        directed += other.directed;
        directionRight += other.directionRight;
        standing += other.standing;
        standingAlarmed += other.standingAlarmed;
        turned += other.turned;
        turnedAlarmed += other.turnedAlarmed;
        standingCameIn += other.standingCameIn;
        strayAlarms += other.strayAlarms;
        neverOut += other.neverOut;
        neverOutAlarmed += other.neverOutAlarmed;
        for (int i = 0; i < other.delayCount; i++) {
            addDelay(other.delays[i]);
        }
        return this;
    }

    Share inTime() {
        return new Share(outwardInTime, outward);
    }

    Share direction() {
        return new Share(directionRight, directed);
    }

    Share falseAlarms() {
        return new Share(standingAlarmed, standing);
    }

    Share falseAlarmsOfNeverOut() {
        return new Share(neverOutAlarmed, neverOut);
    }

    Share falseAlarmsAtRest() {
        return new Share(standingAlarmed - turnedAlarmed, standing - turned);
    }

    /** Seconds from the line to the decision that {@code part} of the decided outward crossings stay within; NaN without any. */
    double delayAt(double part) {
        if (delayCount == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(delays, delayCount);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(delayCount - 1, Math.floor(part * delayCount))];
    }
}
