package io.tallygate.incidents.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One read that an incident rests on.
 *
 * @param epc upper-case hex
 * @param rssiCentiDbm peak signal strength in hundredths of a dBm
 * @param seenAt on the bridge's clock, to the microsecond
 * @param zone where its antenna looked; null where the gate did not tell
 */
public record EvidenceRead(
        String portalCode,
        String epc,
        int antenna,
        int rssiCentiDbm,
        Instant seenAt,
        @Nullable Zone zone) {}
