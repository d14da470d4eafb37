package io.tallygate.facilities.desk.rest;

import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violations;
import io.tallygate.facilities.Codes;
import io.tallygate.facilities.desk.Desk;
import io.tallygate.facilities.portal.rest.Ranges;
import io.tallygate.facilities.portal.rest.ReaderBody;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A desk as it is to be. */
@Schema(requiredProperties = {"roomCode", "reader", "antennas"})
public record DeskBody(
        @Schema(description = "As in the path; may be left out") @Nullable
        String code,

        @Schema(examples = "R-101") @Nullable String roomCode,
        @Nullable ReaderBody reader,

        @Schema(description = "Numbers of the reader's antennas, from 1", minItems = 1) @Nullable
        List<@Nullable Integer> antennas,

        @Schema(
                minimum = "-120",
                maximum = "0",
                description = "Tags read weaker than this lie beside the desk, in dBm; left out: every tag counts")
        @Nullable
        Double weakestDbm) {

    private static final int MOST_ANTENNAS = 64;

    /**
     * The desk this asks for under the code in the path.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 with everything that is wrong
     */
    Desk toDesk(String pathCode) {
        Violations violations = violations(pathCode);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations.list()).asException();
        }
        return new Desk(
                pathCode,
                Objects.requireNonNull(roomCode),
                Objects.requireNonNull(reader).toReader(),
                Objects.requireNonNull(antennas).stream()
                        .map(Objects::requireNonNull)
                        .toList(),
                weakestDbm,
                0);
    }

    private Violations violations(String pathCode) {
        Violations violations = new Violations();
        Codes.require(violations, "code", pathCode);
        violations.addIf(
                code != null && !code.equals(pathCode), "code", "MISMATCH", "the code in the path is " + pathCode);
        violations.requireText("roomCode", roomCode, 20);
        violations.requirePresent("reader", reader);
        if (reader != null) {
            reader.check(violations);
        }
        checkAntennas(violations);
        Ranges.within(violations, "weakestDbm", weakestDbm, -120, 0);
        return violations;
    }

    private void checkAntennas(Violations violations) {
        if (antennas == null || antennas.isEmpty() || antennas.size() > MOST_ANTENNAS) {
            violations.add(
                    "antennas", antennas == null ? "REQUIRED" : "MALFORMED", "1 to " + MOST_ANTENNAS + " antennas");
            return;
        }
        Set<Integer> seen = new HashSet<>();
        for (int index = 0; index < antennas.size(); index++) {
            Integer antenna = antennas.get(index);
            String at = "antennas[" + index + "]";
            Ranges.require(violations, at, antenna, 1, MOST_ANTENNAS);
            violations.addIf(
                    antenna != null && !seen.add(antenna), at, "DUPLICATE_ANTENNA", "this antenna is named twice");
        }
    }
}
