package io.tallygate.devices.imports.domain;

import io.tallygate.devices.ledger.domain.DeviceDetails;
import io.tallygate.devices.ledger.domain.LedgerNo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a row before the database was asked. */
public sealed interface RowVerdict {

    long row();

    /** Well formed and within the rules. */
    record Candidate(long row, @Nullable LedgerNo ledgerNo, DeviceDetails details) implements RowVerdict {}

    /** Not taken, for these reasons. */
    record Rejected(long row, List<Rejection> reasons) implements RowVerdict {

        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }
}
