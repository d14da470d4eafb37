package io.tallygate.carriers.custody.domain;

import io.tallygate.carriers.custody.domain.Crossing.Way;
import io.tallygate.carriers.custody.domain.Movement.CameBack;
import io.tallygate.carriers.custody.domain.Movement.LeftUnderPermit;
import io.tallygate.carriers.custody.domain.Movement.LeftUnpermitted;
import io.tallygate.carriers.custody.domain.Movement.NothingProved;
import io.tallygate.carriers.identifier.PermitId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** How a crossing is read as a movement of the item (G1; the verdict table of the gate). */
public final class CrossingRules {

    /** The tag is not, or can no longer be, on the item it belongs to: its coming in does not bring the item back. */
    private static final Set<String> TAG_PROVES_NO_RETURN = Set.of("TAG_MISMATCH", "GHOST_ITEM");

    /** The gate's copy of the ledger was too old or lost. */
    private static final String STATE_UNKNOWN = "STATE_UNKNOWN";

    private CrossingRules() {}

    /**
     * @param ownPermit the permit in force for the item, portal and moment, as this service knows it; asked only when the gate
     *     could not know
     */
    public static Movement read(Crossing crossing, Supplier<Optional<PermitId>> ownPermit) {
        if (crossing.way() == Way.IN) {
            return TAG_PROVES_NO_RETURN.contains(crossing.reason()) ? new NothingProved() : new CameBack();
        }
        if (crossing.allowed() && crossing.permit().isPresent()) {
            return new LeftUnderPermit(crossing.permit().get());
        }
        Optional<PermitId> permit = crossing.reason().equals(STATE_UNKNOWN) ? ownPermit.get() : Optional.empty();
        return permit.<Movement>map(LeftUnderPermit::new).orElseGet(LeftUnpermitted::new);
    }
}
