package io.tallygate.facilities.portal.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violations;
import io.tallygate.facilities.Codes;
import io.tallygate.facilities.portal.domain.FailMode;
import io.tallygate.facilities.portal.domain.Portal;
import io.tallygate.facilities.portal.domain.Tuning;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A portal as it is to be. */
@Schema(requiredProperties = {"roomCode", "reader", "antennas", "gpo", "alarmSeconds", "failMode"})
public record PortalBody(
        @Schema(description = "As in the path; may be left out") @Nullable
        String code,

        @Schema(examples = "R-101") @Nullable String roomCode,
        @Nullable ReaderBody reader,
        @Nullable List<AntennaBody> antennas,
        @Nullable GpoBody gpo,
        @Schema(minimum = "1", maximum = "600") @Nullable Integer alarmSeconds,
        @Schema(enumeration = {"SECURE", "OPEN"}) @Nullable String failMode,

        @Schema(minimum = "1", maximum = "86400", defaultValue = "300") @Nullable
        Integer maxReplicaAgeSeconds,

        @Schema(description = "Left out: neither a reference tag nor a floor") @Nullable
        SightBody sight,

        @Schema(description = "Left out: as standard") @Nullable
        TuningBody tuning,

        @Schema(
                minimum = "1",
                maximum = "16",
                description = "Input of the reader that a contact of the horn itself drives, high while it sounds."
                        + " Left out: whether it sounds is not checked")
        @Nullable
        Integer hornFeedbackGpi,

        @Schema(
                defaultValue = "true",
                description =
                        "false takes the portal down: it is no longer watched, alarms nobody and leaves its reader to"
                                + " others. true, or left out, puts it up")
        @JsonDeserialize(using = StrictBoolean.class)
        @Nullable
        Boolean active) {

    private static final int MAX_REPLICA_AGE = 300;
    private static final int MOST_INPUTS = 16;

    /**
     * The portal this asks for under the code in the path.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 with everything that is wrong
     */
    Portal toPortal(String pathCode) {
        Violations violations = violations(pathCode);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations.list()).asException();
        }
        return new Portal(
                pathCode,
                Objects.requireNonNull(roomCode),
                Objects.requireNonNull(reader).toReader(),
                Objects.requireNonNull(antennas).stream()
                        .map(AntennaBody::toAntenna)
                        .toList(),
                Objects.requireNonNull(Objects.requireNonNull(gpo).alarm()),
                hornFeedbackGpi,
                Objects.requireNonNull(alarmSeconds),
                FailMode.valueOf(Objects.requireNonNull(failMode)),
                Objects.requireNonNullElse(maxReplicaAgeSeconds, MAX_REPLICA_AGE),
                SightBody.toSight(sight),
                tuning == null ? Tuning.STANDARD : tuning.toTuning(),
                !Boolean.FALSE.equals(active),
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
        AntennaBody.checkAll(violations, antennas);
        Ranges.require(violations, "gpo.alarm", gpo == null ? null : gpo.alarm(), 1, 8);
        if (hornFeedbackGpi != null) {
            Ranges.require(violations, "hornFeedbackGpi", hornFeedbackGpi, 1, MOST_INPUTS);
        }
        Ranges.require(violations, "alarmSeconds", alarmSeconds, 1, 600);
        violations.requirePresent("failMode", failMode);
        violations.addIf(
                failMode != null
                        && Stream.of(FailMode.values())
                                .noneMatch(known -> known.name().equals(failMode)),
                "failMode",
                "UNKNOWN_FAIL_MODE",
                "SECURE or OPEN");
        if (maxReplicaAgeSeconds != null) {
            Ranges.require(violations, "maxReplicaAgeSeconds", maxReplicaAgeSeconds, 1, 86_400);
        }
        if (sight != null) {
            sight.check(violations);
        }
        if (tuning != null) {
            tuning.check(violations);
        }
        return violations;
    }
}
