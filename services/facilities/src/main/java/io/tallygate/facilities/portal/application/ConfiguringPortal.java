package io.tallygate.facilities.portal.application;

import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.facilities.ExpectedVersion;
import io.tallygate.facilities.portal.domain.Portal;
import io.tallygate.facilities.portal.persistence.PortalStore;
import io.tallygate.facilities.portal.persistence.Readers;
import io.tallygate.facilities.room.Rooms;
import io.tallygate.register.Register;
import io.tallygate.relational.Constraints;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a portal up, changes one that is there, takes one down. Of one taken down everything is kept. */
@Singleton
public class ConfiguringPortal {

    /**
     * What came of it.
     *
     * @param created whether there was no such portal before
     */
    public record Configured(Portal portal, boolean created) {}

    private static final Refusal DUPLICATE_READER =
            Refusal.duplicate("reader", "DUPLICATE_READER", "Another portal or a desk has this reader.");
    private final Rooms rooms;
    private final PortalStore portals;
    private final Readers readers;
    private final Register register;

    ConfiguringPortal(Rooms rooms, PortalStore portals, Readers readers, Register register) {
        this.rooms = rooms;
        this.portals = portals;
        this.readers = readers;
        this.register = register;
    }

    /**
     * Refuses with 428 PRECONDITION_REQUIRED, 412 PRECONDITION_FAILED, 422 UNKNOWN_ROOM, 409 DUPLICATE_READER. A change that
     * changes nothing is not recorded and keeps the version.
     *
     * @param portal as it is to become; its version does not count
     * @param expectedVersion the version the caller had before them; null for a new portal
     */
    @Transactional
    public Outcome<Configured> configure(String actor, Portal portal, @Nullable Long expectedVersion) {
        Optional<Portal> before = portals.hold(portal.code());
        Optional<Refusal> refusal = ExpectedVersion.refusal(before.map(Portal::version), expectedVersion)
                .or(() -> refusal(portal));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (before.isPresent() && before.get().equals(portal.at(before.get().version()))) {
            return Outcome.done(new Configured(before.get(), false));
        }
        return Outcome.done(new Configured(write(actor, portal), before.isEmpty()));
    }

    private Optional<Refusal> refusal(Portal portal) {
        if (!rooms.exists(portal.roomCode())) {
            return Optional.of(Refusal.ruleViolated("roomCode", "UNKNOWN_ROOM", "There is no such room."));
        }
        // One that is down asks nothing of a reader: another portal may have it by now.
        return portal.active() && readers.isTakenForPortal(portal.code(), portal.reader())
                ? Optional.of(DUPLICATE_READER)
                : Optional.empty();
    }

    private Portal write(String actor, Portal portal) {
        try {
            Portal written = portals.write(portal);
            register.append(PortalEvents.configured(actor, written));
            return written;
        } catch (PersistenceException e) {
            throw Constraints.violatedUnique(e)
                    .map(name -> name.equals("portal_reader") ? DUPLICATE_READER : Refusal.staleVersion())
                    .<RuntimeException>map(Refusal::asException)
                    .orElse(e);
        }
    }
}
