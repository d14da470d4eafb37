package io.tallygate.incidents.incident.rest;

import io.tallygate.incidents.incident.domain.EvidenceRead;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One read that the incident rests on. */
@Schema(requiredProperties = {"portalCode", "antenna", "rssiDbm", "seenAt", "epc"})
public record EvidenceView(String portalCode, int antenna, double rssiDbm, Instant seenAt, String epc) {

    static EvidenceView of(EvidenceRead read) {
        return new EvidenceView(
                read.portalCode(), read.antenna(), read.rssiCentiDbm() / 100.0, read.seenAt(), read.epc());
    }
}
