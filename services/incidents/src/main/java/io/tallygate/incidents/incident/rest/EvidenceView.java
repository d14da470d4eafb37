package io.tallygate.incidents.incident.rest;

import io.tallygate.incidents.incident.domain.EvidenceRead;
import io.tallygate.incidents.incident.domain.Zone;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One read that the incident rests on.
 *
 * @param zone where its antenna looked; absent where the gate did not tell
 */
@Schema(requiredProperties = {"portalCode", "antenna", "rssiDbm", "seenAt", "epc"})
public record EvidenceView(
        String portalCode,
        int antenna,
        double rssiDbm,
        Instant seenAt,
        String epc,
        @Nullable Zone zone) {

    static EvidenceView of(EvidenceRead read) {
        return new EvidenceView(
                read.portalCode(), read.antenna(), read.rssiCentiDbm() / 100.0, read.seenAt(), read.epc(), read.zone());
    }
}
