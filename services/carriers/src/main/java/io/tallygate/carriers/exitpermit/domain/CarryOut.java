package io.tallygate.carriers.exitpermit.domain;

import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.identifier.PortalCode;
import io.tallygate.commons.identity.PersonView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules look at.
 *
 * @param items in the order of the request
 * @param holder empty when personnel knows nobody active of that number
 */
public record CarryOut(List<Candidate> items, Optional<PersonView> holder, List<Gate> portals) {

    public CarryOut {
        items = List.copyOf(items);
        portals = List.copyOf(portals);
    }

    /**
     * An item that is to leave.
     *
     * @param item null when there is none that the caller may see
     * @param inPlace whether it is where it belongs
     * @param permitted whether another live permit names it in an overlapping window
     */
    public record Candidate(@Nullable Item item, boolean inPlace, boolean permitted) {

        public static Candidate unknown() {
            return new Candidate(null, false, false);
        }
    }

    /** A portal that the request names. */
    public record Gate(PortalCode code, Use use) {

        /** Whether anybody can leave by it. */
        public enum Use {
            UP,
            TAKEN_DOWN,
            UNKNOWN
        }
    }
}
