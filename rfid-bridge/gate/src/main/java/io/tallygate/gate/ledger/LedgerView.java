package io.tallygate.gate.ledger;

import io.tallygate.crossing.Epc;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gate's copy of the ledger, as a verdict reads it: from memory, at the cost of a look-up. */
public interface LedgerView {

    /** The item that carries the tag, null when the ledger has none. */
    @Nullable
    KnownItem item(Epc epc);

    /** The permits that name the item, in no particular order. */
    List<KnownPermit> permitsOf(ItemId itemId);

    /**
     * How long ago the copy was last known to be whole and up to date; null when it never was, so that absence from it
     * means nothing.
     */
    @Nullable
    Duration ageAt(Instant moment);
}
