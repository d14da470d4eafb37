package io.tallygate.carriers.custody.domain;

import io.tallygate.carriers.custody.domain.CustodyState.Destroyed;
import io.tallygate.carriers.custody.domain.CustodyState.Disposed;
import io.tallygate.carriers.custody.domain.CustodyState.InPlace;
import io.tallygate.carriers.custody.domain.CustodyState.Missing;
import io.tallygate.carriers.custody.domain.CustodyState.OutUnderPermit;
import io.tallygate.carriers.custody.domain.Movement.CameBack;
import io.tallygate.carriers.custody.domain.Movement.LeftUnderPermit;
import io.tallygate.carriers.custody.domain.Movement.LeftUnpermitted;
import io.tallygate.carriers.custody.domain.Movement.NothingProved;
import io.tallygate.carriers.identifier.PortalCode;
import java.time.Instant;

/**
 * Custody of one item. Each change makes a new value with the next version; what changes nothing answers the same value.
 *
 * @param version from 1
 */
public record Custody(Item item, CustodyState state, long version) {

    /** Custody of an item that the ledger has just named. */
    public static Custody open(Item item, Standing standing, Instant at) {
        return new Custody(item, standing(new InPlace(at), standing, at), 1);
    }

    /** Follows what the ledger now says of the item: where it is stays what the gates said, unless its life ended. */
    public Custody follow(Item now, Standing standing, Instant at) {
        return changed(now, standing(state, standing, at));
    }

    /** Follows what a gate saw. */
    public Custody move(Movement movement, PortalCode through, Instant at) {
        return changed(item, moved(state, movement, through, at));
    }

    /** Its tag now is on another item. */
    public Custody withoutTag() {
        return changed(item.withoutTag(), state);
    }

    /** Whether something that happened then is older than what the state already rests on. */
    public boolean isNewerThan(Instant at) {
        return at.isBefore(state.since());
    }

    private Custody changed(Item newItem, CustodyState newState) {
        return newItem.equals(item) && newState.equals(state) ? this : new Custody(newItem, newState, version + 1);
    }

    private static CustodyState standing(CustodyState state, Standing standing, Instant at) {
        return switch (standing) {
            case IN_SERVICE ->
                switch (state) {
                    case InPlace here -> here;
                    case OutUnderPermit out -> out;
                    case Missing missing -> missing;
                    case Disposed disposed -> disposed.reinstate(at);
                    case Destroyed destroyed -> destroyed.reinstate(at);
                };
            case DISPOSED ->
                switch (state) {
                    case InPlace here -> here.dispose(at);
                    case OutUnderPermit out -> out.dispose(at);
                    case Missing missing -> missing.dispose(at);
                    case Disposed disposed -> disposed;
                    case Destroyed destroyed -> destroyed.dispose(at);
                };
            case DESTROYED ->
                switch (state) {
                    case InPlace here -> here.destroy(at);
                    case OutUnderPermit out -> out.destroy(at);
                    case Missing missing -> missing.destroy(at);
                    case Disposed disposed -> disposed.destroy(at);
                    case Destroyed destroyed -> destroyed;
                };
        };
    }

    private static CustodyState moved(CustodyState state, Movement movement, PortalCode through, Instant at) {
        return switch (movement) {
            case LeftUnderPermit left ->
                switch (state) {
                    case InPlace here -> here.leaveUnder(left.permit(), through, at);
                    case OutUnderPermit out when out.permit().equals(left.permit()) -> out;
                    case OutUnderPermit out -> out.leaveUnder(left.permit(), through, at);
                    case Missing missing -> missing.leaveUnder(left.permit(), through, at);
                    case Disposed disposed -> disposed;
                    case Destroyed destroyed -> destroyed;
                };
            case LeftUnpermitted left ->
                switch (state) {
                    case InPlace here -> here.leaveUnpermitted(through, at);
                    case OutUnderPermit out -> out.leaveUnpermitted(through, at);
                    case Missing missing -> missing;
                    case Disposed disposed -> disposed;
                    case Destroyed destroyed -> destroyed;
                };
            case CameBack back ->
                switch (state) {
                    case InPlace here -> here;
                    case OutUnderPermit out -> out.comeBack(at);
                    case Missing missing -> missing.comeBack(at);
                    case Disposed disposed -> disposed;
                    case Destroyed destroyed -> destroyed;
                };
            case NothingProved nothing -> state;
        };
    }
}
