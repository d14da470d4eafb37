package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Zone;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gates of no family, to learn from alone: each figure is drawn by itself from wider bounds than anybody would hang a gate in. What holds
 * at all of them clings to no radio model. Only that over two metres the balance of the zones swings by more than noise is asked of each.
 */
final class AnyGate {
    private static final int MOST_TRIES = 50;
    private static final double LEAST_SWING_DB = 5;
    private static final Place INSIDE = new Place(-1, 0, 1);
    private static final Place OUTSIDE = new Place(1, 0, 1);
    private static final long SEEDS_PER_SCENARIO = 1_000;

    private final Dice dice;

    private AnyGate(Dice dice) {
        this.dice = dice;
    }

    /** The same scenario and seed give the same trace; it is drawn when asked for. */
    static Supplier<LabelledReads> reads(Scenario scenario, long seed) {
        return () -> {
            Dice dice = new Dice(seed * SEEDS_PER_SCENARIO + scenario.ordinal());
            return Played.of(scenario, draw(dice.split()), true, dice).labelled("any/" + scenario);
        };
    }

    static Site draw(Dice dice) {
        Site site = new AnyGate(dice.split()).site();
        for (int tries = 1; tries < MOST_TRIES && !isTold(site); tries++) {
            site = new AnyGate(dice.split()).site();
        }
        return site;
    }

    private static boolean isTold(Site site) {
        return balanceDb(site, OUTSIDE) - balanceDb(site, INSIDE)
                >= LEAST_SWING_DB + site.reader().noiseDb();
    }

    private static double balanceDb(Site site, Place place) {
        return strongestDbm(site, Zone.OUTSIDE, place) - strongestDbm(site, Zone.INSIDE, place);
    }

    private static double strongestDbm(Site site, Zone zone, Place place) {
        return site.antennas().stream()
                .filter(antenna -> antenna.zone() == zone)
                .mapToDouble(antenna -> antenna.alike().dbmFrom(place, site.pathLoss(), 0))
                .max()
                .orElseThrow();
    }

    private Site site() {
        double exponent = dice.chance(0.5) ? dice.between(1.6, 3) : dice.between(2.6, 5);
        PathLoss loss = dice.chance(0.2)
                ? new PathLoss(dice.between(-55, -40), exponent, dice.between(1.2, 2.5), dice.between(4.5, 6.5))
                : new PathLoss(dice.between(-55, -40), exponent, 100, exponent);
        List<Antenna> antennas = antennas();
        return new Site(
                antennas,
                loss,
                dice.chance(0.6) ? 1 : 0,
                reader(Family.atLineDbm(antennas, loss) - dice.between(8, 30)));
    }

    private ReaderTraits reader(double floorDbm) {
        return new ReaderTraits(
                dice.between(120, 1000),
                dice.between(0.01, 0.25),
                dice.chance(0.4),
                dice.between(0.001, 0.008),
                dice.between(0, 0.4),
                dice.chance(0.5) ? dice.between(0, 1.5) : dice.between(1, 4.5),
                dice.oneOf(List.of(0.0, 0.5, 0.5, 1.0)),
                floorDbm);
    }

    private List<Antenna> antennas() {
        int perZone = dice.chance(0.25) ? 1 : 2;
        Hanging hanging = hanging();
        double spreadDb = dice.between(0, 4);
        double spreadM = dice.between(0, 0.25);
        double riceDb = dice.chance(0.15) ? Double.NEGATIVE_INFINITY : dice.between(0, 16);
        double ways = dice.chance(0.5) ? 1 : 2;
        double shadowDb = dice.between(0, 3);
        return hanging.antennas(
                perZone,
                (id, zone, place, looks) -> new Antenna(
                        id,
                        zone,
                        about(place, spreadM),
                        looks,
                        hanging.beamDegrees(),
                        hanging.frontToBackDb(),
                        dice.between(-spreadDb, spreadDb),
                        new FadeField(riceDb, ways, dice),
                        new ShadowField(shadowDb, dice)));
    }

    private Hanging hanging() {
        boolean fromAbove = dice.chance(0.4);
        return new Hanging(
                dice.chance(0.5) ? dice.between(0, 0.6) : dice.between(0.4, 2.2),
                fromAbove ? dice.between(0.1, 0.6) : dice.between(0.4, 1.3),
                fromAbove ? dice.between(2, 2.8) : dice.between(0.6, 2.2),
                dice.between(-25, 90),
                fromAbove,
                fromAbove ? 0 : dice.sign(),
                dice.between(50, 180),
                dice.chance(0.2) ? 0 : dice.between(2, 22));
    }

    private Place about(Place place, double spreadM) {
        return new Place(
                place.x() + dice.gaussian(spreadM),
                place.y() + dice.gaussian(spreadM),
                place.z() + dice.gaussian(spreadM));
    }
}
