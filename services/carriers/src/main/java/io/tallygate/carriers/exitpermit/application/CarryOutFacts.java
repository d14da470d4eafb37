package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.custody.application.Custodies;
import io.tallygate.carriers.custody.application.Places;
import io.tallygate.carriers.custody.domain.Custody;
import io.tallygate.carriers.custody.domain.CustodyStatus;
import io.tallygate.carriers.exitpermit.domain.CarryOut;
import io.tallygate.carriers.exitpermit.domain.CarryOut.Candidate;
import io.tallygate.carriers.exitpermit.domain.CarryOut.Gate;
import io.tallygate.carriers.exitpermit.domain.Terms;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.identifier.PortalCode;
import io.tallygate.commons.identity.People;
import io.tallygate.commons.identity.PersonView;
import io.tallygate.commons.identity.Scope;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what the rules of carry-out look at, as somebody with a certain scope sees it. */
@Singleton
class CarryOutFacts {

    private final Custodies custodies;
    private final ExitPermits permits;
    private final People people;
    private final Places places;

    CarryOutFacts(Custodies custodies, ExitPermits permits, People people, Places places) {
        this.custodies = custodies;
        this.permits = permits;
        this.people = people;
        this.places = places;
    }

    /** @param self the permit in question, which does not stand in its own way; empty while it is only asked for */
    CarryOut gather(List<ItemId> items, Terms terms, Scope scope, Instant now, Optional<PermitId> self) {
        Map<ItemId, Custody> known = custodies.findAll(items).stream()
                .filter(custody -> scope.covers(
                        custody.item().departmentCode(), custody.item().level().rank()))
                .collect(Collectors.toMap(custody -> custody.item().id(), Function.identity()));
        Set<ItemId> permitted = permits.permitted(List.copyOf(known.keySet()), terms.window(), now, self);
        return new CarryOut(
                items.stream()
                        .map(item -> Optional.ofNullable(known.get(item))
                                .map(custody -> candidate(custody, permitted))
                                .orElseGet(Candidate::unknown))
                        .toList(),
                people.byNumber(terms.holderNo()).filter(PersonView::active),
                terms.portals().stream()
                        .map(portal -> new Gate(portal, use(portal)))
                        .toList());
    }

    private Gate.Use use(PortalCode portal) {
        if (places.portalInUse(portal)) {
            return Gate.Use.UP;
        }
        return places.roomOfPortal(portal).isPresent() ? Gate.Use.TAKEN_DOWN : Gate.Use.UNKNOWN;
    }

    private static Candidate candidate(Custody custody, Set<ItemId> permitted) {
        return new Candidate(
                custody.item(),
                custody.state().status() == CustodyStatus.IN_PLACE,
                permitted.contains(custody.item().id()));
    }
}
