package io.tallygate.facilities.portal.rest;

import io.tallygate.commons.problem.Violations;
import io.tallygate.facilities.portal.domain.Antenna;
import io.tallygate.facilities.portal.domain.Zone;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An antenna of a portal, in requests and answers alike. */
@Schema(
        name = "PortalAntenna",
        requiredProperties = {"id", "zone"})
public record AntennaBody(
        @Schema(minimum = "1", maximum = "64") @Nullable Integer id,

        @Schema(enumeration = {"INSIDE", "OUTSIDE"}) @Nullable
        String zone,

        @Schema(
                minimum = "-120",
                maximum = "0",
                description = "Reads weaker than this, after the offset, are those of stray tags, in dBm")
        @Nullable
        Double strayDbm,

        @Schema(minimum = "-30", maximum = "30", description = "Added to the strength of its reads, in dB") @Nullable
        Double offsetDb,

        @Schema(
                minimum = "-10",
                maximum = "40",
                description = "The strongest power it may send with, in dBm. Left out: the reader's")
        @Nullable
        Double transmitPowerDbm) {

    private static final int MOST = 64;

    /** @param tuned whether to tell how it is tuned */
    static AntennaBody of(Antenna antenna, boolean tuned) {
        return new AntennaBody(
                antenna.id(),
                antenna.zone().name(),
                tuned ? antenna.strayDbm() : null,
                tuned ? antenna.offsetDb() : null,
                tuned ? antenna.transmitPowerDbm() : null);
    }

    /** Each for itself, no id twice, and one at least on either side: from one side alone no crossing can be told. */
    static void checkAll(Violations violations, @Nullable List<AntennaBody> antennas) {
        if (antennas == null || antennas.size() > MOST || antennas.contains(null)) {
            violations.add("antennas", antennas == null ? "REQUIRED" : "MALFORMED", "1 to " + MOST + " antennas");
            return;
        }
        Set<Integer> ids = new HashSet<>();
        for (int index = 0; index < antennas.size(); index++) {
            antennas.get(index).check(violations, "antennas[" + index + "]", ids);
        }
        for (Zone zone : Zone.values()) {
            violations.addIf(
                    antennas.stream().noneMatch(antenna -> zone.name().equals(antenna.zone)),
                    "antennas",
                    "NO_" + zone + "_ANTENNA",
                    "one antenna at least looks " + zone);
        }
    }

    Antenna toAntenna() {
        return new Antenna(
                Objects.requireNonNull(id),
                Zone.valueOf(Objects.requireNonNull(zone)),
                strayDbm,
                offsetDb,
                transmitPowerDbm);
    }

    private void check(Violations violations, String at, Set<Integer> ids) {
        Ranges.require(violations, at + ".id", id, 1, MOST);
        violations.addIf(id != null && !ids.add(id), at + ".id", "DUPLICATE_ANTENNA", "another antenna has this id");
        violations.requirePresent(at + ".zone", zone);
        violations.addIf(
                zone != null
                        && Stream.of(Zone.values())
                                .noneMatch(known -> known.name().equals(zone)),
                at + ".zone",
                "UNKNOWN_ZONE",
                "INSIDE or OUTSIDE");
        Ranges.within(violations, at + ".strayDbm", strayDbm, -120, 0);
        Ranges.within(violations, at + ".offsetDb", offsetDb, -30, 30);
        Ranges.power(violations, at + ".transmitPowerDbm", transmitPowerDbm);
    }
}
