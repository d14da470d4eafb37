package io.tallygate.facilities.portal.rest;

import io.tallygate.facilities.portal.domain.FailMode;
import io.tallygate.facilities.portal.domain.Portal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A portal as clients see it.
 *
 * @param reader only for those who run it
 * @param sight likewise: whoever knows the reference tag can carry a copy of it while the antennas are covered
 * @param tuning likewise: it tells what the gate overlooks
 * @param hornFeedbackGpi likewise: where nothing listens, a cut wire is not noticed
 */
@Schema(
        requiredProperties = {
            "code",
            "roomCode",
            "antennas",
            "gpo",
            "alarmSeconds",
            "failMode",
            "maxReplicaAgeSeconds",
            "active",
            "version"
        })
public record PortalView(
        String code,
        String roomCode,

        @Schema(description = "Only for facility managers and system administrators") @Nullable
        ReaderBody reader,

        List<AntennaBody> antennas,
        GpoBody gpo,
        int alarmSeconds,
        FailMode failMode,
        int maxReplicaAgeSeconds,

        @Schema(description = "Only for facility managers and system administrators") @Nullable
        SightBody sight,

        @Schema(description = "Only for facility managers and system administrators; absent for the standard") @Nullable
        TuningBody tuning,

        @Schema(description = "Only for facility managers and system administrators; absent for none") @Nullable
        Integer hornFeedbackGpi,

        @Schema(description = "false: taken down") boolean active,

        long version) {

    static PortalView of(Portal portal, boolean withReader) {
        return new PortalView(
                portal.code(),
                portal.roomCode(),
                withReader ? ReaderBody.of(portal.reader()) : null,
                portal.antennas().stream()
                        .map(antenna -> AntennaBody.of(antenna, withReader))
                        .toList(),
                new GpoBody(portal.gpoAlarm()),
                portal.alarmSeconds(),
                portal.failMode(),
                portal.maxReplicaAgeSeconds(),
                withReader ? SightBody.of(portal.sight()) : null,
                withReader ? TuningBody.of(portal.tuning()) : null,
                withReader ? portal.hornFeedbackGpi() : null,
                portal.active(),
                portal.version());
    }
}
