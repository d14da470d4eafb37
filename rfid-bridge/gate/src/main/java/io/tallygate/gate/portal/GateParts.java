package io.tallygate.gate.portal;

import io.tallygate.gate.health.KeptWarnings;
import io.tallygate.gate.ledger.LedgerView;
import io.tallygate.gate.spool.SpoolWriter;
import io.tallygate.gate.verdict.GateRules;
import java.time.Clock;

/** What all portals of a gate share. */
public record GateParts(
        LedgerView ledger,
        GateRules rules,
        SpoolWriter spool,
        GateMetrics metrics,
        KeptWarnings warnings,
        Clock clock) {}
