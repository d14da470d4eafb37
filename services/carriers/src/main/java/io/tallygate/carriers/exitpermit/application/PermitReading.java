package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.exitpermit.domain.Decision;
import io.tallygate.carriers.exitpermit.domain.PermitState;
import io.tallygate.carriers.exitpermit.domain.Terms;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.commons.identity.Level;
import java.time.Instant;
import java.util.List;

/** A permit as it is shown. */
public record PermitReading(
        PermitId id,
        String permitNo,
        PermitState state,
        List<NamedItem> items,
        Terms terms,
        String requestedBy,
        Instant requestedAt,
        List<Decision> decisions,
        long version) {

    /** An item on it, as custody knows it. */
    public record NamedItem(ItemId id, String ledgerNo, String kind, Level level, String name) {}

    public PermitReading {
        items = List.copyOf(items);
        decisions = List.copyOf(decisions);
    }
}
