package io.tallygate.gate.verdict;

import io.tallygate.gate.ledger.PermitId;

/** What the gate does about a crossing. */
public sealed interface Judgement {

    ReasonCode reason();

    /** Sound the gate and tell the ledger. */
    record Alarm(ReasonCode reason) implements Judgement {}

    /** Let it pass under {@code permit} and tell the ledger. */
    record Allow(PermitId permit) implements Judgement {
        @Override
        public ReasonCode reason() {
            return ReasonCode.PERMITTED;
        }
    }

    /** Tell the ledger. */
    record Note(ReasonCode reason) implements Judgement {}

    /** Not ours: count it, nothing more. */
    record Ignore() implements Judgement {
        @Override
        public ReasonCode reason() {
            return ReasonCode.FOREIGN_TAG;
        }
    }
}
