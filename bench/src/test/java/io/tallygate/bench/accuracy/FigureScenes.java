package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Crossing;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.CrossingTuning;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.TagObservation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scenes in which others have published a figure, and what the rule in force makes of them. Fixed seeds: nothing here is luck. */
public final class FigureScenes {
    private static final long SEED = 20_261_122;
    private static final double ZONE_M = 2;
    private static final double WALKING = 1.5;

    private FigureScenes() {}

    /**
     * Events that somebody has counted.
     *
     * @param right judged as they were
     */
    public record Judged(long right, long of) {

        public double share() {
            return (double) right / of;
        }

        Judged plus(boolean isRight) {
            return new Judged(right + (isRight ? 1 : 0), of + 1);
        }
    }

    /**
     * What came of scenarios with tags that pass, in either direction, tags that turn back and tags that lie there.
     *
     * @param crossings right when they were decided, and in their direction
     * @param events the crossings and the tags that never passed, these right when they did not alarm
     * @param latestSeconds the longest that an alarm came after the line
     */
    public record Events(Judged crossings, Judged events, double latestSeconds) {}

    /** Every scenario once in every way of hanging antennas. */
    public static Events everyScenario() {
        return events(List.of(Family.values()), 1);
    }

    /** Every scenario in a corridor of metal. */
    public static Events amongMetal() {
        return events(List.of(Family.REFLECTIVE_CORRIDOR), 3);
    }

    private static Events events(List<Family> families, int draws) {
        Tally tally = new Tally();
        long crossings = 0;
        for (Family family : families) {
            for (Scenario scenario : Scenario.values()) {
                for (int i = 0; i < draws; i++) {
                    LabelledReads trace =
                            LabelledTrace.draw(family, scenario, SEED + i).labelled();
                    tally.add(trace, decisions(trace));
                    crossings +=
                            trace.tags().values().stream().mapToInt(List::size).sum();
                }
            }
        }
        long still = tally.standing - tally.standingAlarmed;
        return new Events(
                new Judged(tally.directionRight, crossings),
                new Judged(tally.directionRight + still, crossings + tally.standing),
                tally.delayAt(1));
    }

    private static List<Crossing> decisions(LabelledReads trace) {
        return Detected.by(CrossingDetectorFactory.standard(), trace).decisions();
    }

    /**
     * One tag after the other on a belt that runs out of the gate at a steady pace, ten more at rest about it, no people.
     *
     * @return tags, right when the one on the belt went out, once and nowhere else, and those at rest went nowhere
     */
    public static Judged conveyor(int belts, boolean fades) {
        Judged judged = new Judged(0, 0);
        for (int i = 0; i < belts; i++) {
            Dice dice = new Dice(SEED + i);
            Site drawn = Family.JAMBS.draw(dice.split());
            Site site = fades ? drawn : drawn.withoutFades();
            Cast cast = new Cast(dice.split());
            Way belt = Way.from(1, -Scenario.FAR_M)
                    .to(Scenario.FAR_M, dice.between(0.5, 1.5))
                    .end();
            cast.carrying(belt, Way.still(0), 0, 0).lying(10);
            List<Crossing> decisions = decisions(reads(site, cast, dice));
            for (Mover mover : cast.movers()) {
                List<Direction> expected = mover.isStill() ? List.of() : List.of(Direction.OUT);
                judged = judged.plus(ways(mover.epc(), decisions).equals(expected));
            }
        }
        return judged;
    }

    private static boolean wentOut(Epc tag, List<Crossing> decisions) {
        return ways(tag, decisions).contains(Direction.OUT);
    }

    private static List<Direction> ways(Epc tag, List<Crossing> decisions) {
        return decisions.stream()
                .filter(it -> it.epc().equals(tag))
                .map(Crossing::direction)
                .toList();
    }

    private static LabelledReads reads(Site site, Cast cast, Dice dice) {
        List<TagObservation> reads = new Inventory(site, cast, List.of(), dice.split()).run();
        return new LabelledReads("figure", site.layout(), CrossingTuning.standard(), reads, Set.of(), Map.of());
    }

    /**
     * Somebody walks at 1.5 m/s through a zone of two metres in which 100 tags lie, all in full view of every antenna; the reader reads 200 a
     * second.
     *
     * @param readsInZone of the carried tag, on average
     * @param found those that were decided outward
     */
    public record Crowded(double readsInZone, Judged found) {}

    public static Crowded hundredTagsInTheZone(int walks) {
        long inZone = 0;
        Judged found = new Judged(0, 0);
        for (int i = 0; i < walks; i++) {
            Dice dice = new Dice(SEED + i);
            Site drawn = Family.JAMBS.draw(dice.split());
            // Nothing but the tags takes the reader's time, and none is too weak.
            Site site = drawn.with(new ReaderTraits(200, 0.05, false, 0, 0, 1, 0.5, -200));
            Cast cast = new Cast(dice.split());
            double begin = 1 + dice.between(0, 1);
            cast.carrying(
                    Way.from(begin, -Scenario.FAR_M).to(Scenario.FAR_M, WALKING).end(), Way.still(0), 0, 0);
            cast.lying(100);
            LabelledReads trace = reads(site, cast, dice);
            Epc carried = cast.movers().getFirst().epc();
            double enters = begin + (Scenario.FAR_M - ZONE_M / 2) / WALKING;
            inZone += trace.reads().stream()
                    .filter(read -> read.epc().equals(carried))
                    .filter(read -> read.timeUs() >= enters * 1e6 && read.timeUs() < (enters + ZONE_M / WALKING) * 1e6)
                    .count();
            found = found.plus(wentOut(carried, decisions(trace)));
        }
        return new Crowded((double) inZone / walks, found);
    }
}
