package io.tallygate.gate.verdict;

import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import io.tallygate.gate.ledger.KnownItem;
import io.tallygate.gate.ledger.KnownPermit;
import io.tallygate.gate.ledger.LedgerView;
import io.tallygate.gate.ledger.PortalPlan;
import io.tallygate.gate.ledger.Tid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A crossing with everything the rules may ask.
 *
 * @param tid the chip read at the gate, null when it was not read (yet)
 * @param moment when the line was crossed, on the gate's clock
 * @param item what the ledger knows of the tag, null when nothing
 * @param permits those that name the item
 * @param ledgerAge how old the gate's copy of the ledger was at that moment, null when it is lost
 */
public record Passage(
        PortalPlan portal,
        Epc epc,
        Direction direction,
        @Nullable Tid tid,
        Instant moment,
        @Nullable KnownItem item,
        List<KnownPermit> permits,
        @Nullable Duration ledgerAge) {

    public static Passage of(
            PortalPlan portal, Epc epc, Direction direction, @Nullable Tid tid, Instant moment, LedgerView ledger) {
        KnownItem item = ledger.item(epc);
        List<KnownPermit> permits = item == null ? List.of() : ledger.permitsOf(item.itemId());
        return new Passage(portal, epc, direction, tid, moment, item, permits, ledger.ageAt(moment));
    }

    /** The same passage with the chip that was read since. */
    public Passage reading(Tid chip) {
        return new Passage(portal, epc, direction, chip, moment, item, permits, ledgerAge);
    }

    boolean isOutward() {
        return direction == Direction.OUT;
    }

    boolean isLedgerLost() {
        return ledgerAge == null;
    }

    /** Whether the ledger's silence (no such item, no such permit) can be believed. */
    boolean isLedgerCurrent() {
        return ledgerAge != null && ledgerAge.compareTo(portal.maxReplicaAge()) <= 0;
    }
}
