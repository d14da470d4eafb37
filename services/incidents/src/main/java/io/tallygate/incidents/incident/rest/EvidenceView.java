package io.tallygate.incidents.incident.rest;

import io.tallygate.incidents.incident.domain.EvidenceRead;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One read that the verdict rests on. */
@Schema(requiredProperties = {"antenna", "rssiDbm", "seenAt", "epc"})
public record EvidenceView(int antenna, double rssiDbm, Instant seenAt, String epc) {

    static EvidenceView of(EvidenceRead read) {
        return new EvidenceView(read.antenna(), read.rssiCentiDbm() / 100.0, read.seenAt(), read.epc());
    }
}
