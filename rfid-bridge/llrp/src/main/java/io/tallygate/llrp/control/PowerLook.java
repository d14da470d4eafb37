package io.tallygate.llrp.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Holds the power that a reader sends with against the one that was asked for. */
public final class PowerLook {

    private static final double CENTI = 100;

    private PowerLook() {}

    /** What is not as asked for and which power is used, a line for people; empty where the table of the reader covers it all. */
    public static Optional<String> differences(RoSpecPlan plan) {
        OptionalInt ofAll = plan.power().ofAll(plan.antennas());
        if (ofAll.isEmpty()) {
            return Optional.empty();
        }
        String asked = dbm(ofAll.getAsInt());
        return switch (plan.dialect()) {
            case SINGULATION, PLAIN, BARE ->
                Optional.of(asked + " asked for, the reader takes no power: it sends with what it is set to");
            case PER_ANTENNA, ALL_ANTENNAS ->
                plan.radio().powers().isEmpty()
                        ? Optional.of(asked + " asked for, the reader names no powers: it sends with what it is set to")
                        : joined(plan);
        };
    }

    private static Optional<String> joined(RoSpecPlan plan) {
        String lines = AntennaSettings.spokenOf(plan).stream()
                .flatMap(antenna -> line(plan, antenna).stream())
                .collect(Collectors.joining("; "));
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }

    private static Optional<String> line(RoSpecPlan plan, int antenna) {
        OptionalInt asked = AntennaSettings.powerOf(plan, antenna);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        int wanted = asked.getAsInt();
        int used = plan.radio()
                .powerUpTo(wanted)
                .orElseThrow(IllegalStateException::new)
                .centiDbm();
        String who = antenna == AntennaSettings.EVERY_ANTENNA ? "" : "antenna " + antenna + ": ";
        if (used > wanted) {
            return Optional.of(who + dbm(wanted) + " asked for, the reader's weakest is used: " + dbm(used));
        }
        if (wanted > strongest(plan)) {
            return Optional.of(who + dbm(wanted) + " asked for, the reader's strongest is used: " + dbm(used));
        }
        boolean shared = antenna == AntennaSettings.EVERY_ANTENNA
                && !plan.power().byAntenna().isEmpty();
        return shared
                ? Optional.of("the reader takes one power for all antennas: " + dbm(used) + " is used")
                : Optional.empty();
    }

    private static int strongest(RoSpecPlan plan) {
        List<RadioCapabilities.PowerLevel> powers = plan.radio().powers();
        return powers.stream()
                .mapToInt(RadioCapabilities.PowerLevel::centiDbm)
                .max()
                .orElseThrow(IllegalStateException::new);
    }

    private static String dbm(int centiDbm) {
        String exact = String.format(Locale.ROOT, "%.2f", centiDbm / CENTI);
        return exact.replaceFirst("\\.?0+$", "") + " dBm";
    }
}
