package io.tallygate.gate.portal;

import io.tallygate.gate.health.KeptWarnings;
import io.tallygate.gate.ledger.LedgerView;
import io.tallygate.gate.spool.SpoolWriter;
import io.tallygate.gate.verdict.GateRules;
import java.time.Clock;
import java.time.Duration;

/**
 * What all portals of a gate share.
 *
 * @param antennaLearning how long an antenna has heard the reference tag steadily before its silence means that it is lost
 */
public record GateParts(
        LedgerView ledger,
        GateRules rules,
        SpoolWriter spool,
        GateMetrics metrics,
        KeptWarnings warnings,
        Duration antennaLearning,
        Clock clock) {}
