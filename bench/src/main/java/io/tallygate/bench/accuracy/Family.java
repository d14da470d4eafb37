package io.tallygate.bench.accuracy;

import java.util.List;

/** A way of hanging antennas in a kind of room. The last three rest on other radio assumptions than the rest. */
enum Family {
    /** On the jambs, 5 to 30 cm either side of the line, turned 20 to 50 degrees to their side. */
    JAMBS(false),
    /** On the ceiling at the line, tilted 15 to 45 degrees to their side. */
    CEILING(false),
    /** On walls or ceiling, 0.5 to 2 m from the line, looking straight across. */
    FAR_ANTENNAS(false),
    /** Any of these hangings in a corridor of metal: little steady wave, much scatter. */
    REFLECTIVE_CORRIDOR(false),
    /** Two-slope path loss, Rayleigh fading of one way, whole decibels, antennas that differ by up to 4 dB either way. */
    TWO_SLOPE_RAYLEIGH(true),
    /** What one writes down first: round antennas, log-distance loss and 2 to 6 dB of noise, each read by itself. */
    PLAIN_NOISE(true),
    /** Loss of one way only, so that the balance swings little: 18 to 30 dB a decade, 1.5 to 4 dB of noise, each read by itself. */
    ONE_WAY(true);

    private final boolean otherAssumptions;

    Family(boolean otherAssumptions) {
        this.otherAssumptions = otherAssumptions;
    }

    boolean hasOtherAssumptions() {
        return otherAssumptions;
    }

    Site draw(Dice dice) {
        double exponent = exponent(dice);
        boolean twoSlope = this == TWO_SLOPE_RAYLEIGH;
        PathLoss loss = new PathLoss(
                dice.between(-55, -40),
                exponent,
                twoSlope ? dice.between(1.2, 2.5) : 100,
                twoSlope ? dice.between(4.5, 6.5) : exponent);
        double marginDb = dice.between(12, 28);
        double noiseDb = noiseDb(dice);
        double quantumDb = twoSlope ? 1.0 : dice.oneOf(List.of(0.0, 0.5, 0.5, 1.0));
        List<Antenna> antennas = antennas(dice);
        ReaderTraits reader = new ReaderTraits(
                dice.between(200, 1000),
                dice.between(0.01, 0.25),
                dice.chance(0.4),
                dice.between(0.001, 0.008),
                dice.between(0, 0.25),
                noiseDb,
                quantumDb,
                atLineDbm(antennas, loss) - marginDb);
        return new Site(antennas, loss, fadesInSpace() ? 1 : 0, reader);
    }

    private boolean fadesInSpace() {
        return this != PLAIN_NOISE && this != ONE_WAY;
    }

    private double exponent(Dice dice) {
        return switch (this) {
            case ONE_WAY -> dice.between(1.8, 3);
            case PLAIN_NOISE -> dice.between(2, 4);
            case JAMBS, CEILING, FAR_ANTENNAS, REFLECTIVE_CORRIDOR, TWO_SLOPE_RAYLEIGH -> dice.between(2.8, 4.4);
        };
    }

    private double noiseDb(Dice dice) {
        return switch (this) {
            case ONE_WAY -> dice.between(1.5, 4);
            case PLAIN_NOISE -> dice.between(2, 6);
            case JAMBS, CEILING, FAR_ANTENNAS, REFLECTIVE_CORRIDOR, TWO_SLOPE_RAYLEIGH -> dice.between(0.3, 1.5);
        };
    }

    /** How a free tag at the line is heard; a gate is set up so that its floor lies well below. */
    static double atLineDbm(List<Antenna> antennas, PathLoss loss) {
        Place line = new Place(0, 0, 1);
        return antennas.stream()
                .mapToDouble(antenna -> antenna.dbmFrom(line, loss, 0))
                .average()
                .orElseThrow();
    }

    private List<Antenna> antennas(Dice dice) {
        int perZone = dice.chance(0.25) ? 1 : 2;
        Hanging hanging = hanging(dice).drawn(dice);
        double gainSpreadDb = this == TWO_SLOPE_RAYLEIGH ? 4 : 1;
        double riceDb = riceDb(dice);
        double ways = this == TWO_SLOPE_RAYLEIGH ? 1 : 2;
        double shadowDb = fadesInSpace() ? dice.between(0.5, 2.5) : 0;
        return hanging.antennas(
                perZone,
                (id, zone, place, looks) -> new Antenna(
                        id,
                        zone,
                        place,
                        looks,
                        hanging.beamDegrees(),
                        hanging.frontToBackDb(),
                        dice.between(-gainSpreadDb, gainSpreadDb),
                        new FadeField(riceDb, ways, dice),
                        new ShadowField(shadowDb, dice)));
    }

    private double riceDb(Dice dice) {
        return switch (this) {
            case JAMBS, CEILING, FAR_ANTENNAS, PLAIN_NOISE, ONE_WAY -> dice.between(8, 14);
            case REFLECTIVE_CORRIDOR -> dice.between(4, 8);
            case TWO_SLOPE_RAYLEIGH -> Double.NEGATIVE_INFINITY;
        };
    }

    private Hanging.Kind hanging(Dice dice) {
        return switch (this) {
            case JAMBS -> Hanging.Kind.JAMBS;
            case CEILING -> Hanging.Kind.CEILING;
            case FAR_ANTENNAS -> Hanging.Kind.APART;
            case REFLECTIVE_CORRIDOR, TWO_SLOPE_RAYLEIGH ->
                dice.oneOf(List.of(Hanging.Kind.JAMBS, Hanging.Kind.CEILING, Hanging.Kind.APART, Hanging.Kind.ROUND));
            case PLAIN_NOISE -> Hanging.Kind.ROUND;
            case ONE_WAY -> dice.oneOf(List.of(Hanging.Kind.ROUND, Hanging.Kind.BROAD));
        };
    }
}
