package io.tallygate.incidents.incident.domain;

import java.time.Instant;

/**
 * One read that an incident rests on.
 *
 * @param epc upper-case hex
 * @param rssiCentiDbm peak signal strength in hundredths of a dBm
 * @param seenAt on the bridge's clock, to the microsecond
 */
public record EvidenceRead(String portalCode, String epc, int antenna, int rssiCentiDbm, Instant seenAt) {}
