package io.tallygate.facilities.desk;

import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.facilities.ExpectedVersion;
import io.tallygate.facilities.portal.persistence.Readers;
import io.tallygate.facilities.room.Rooms;
import io.tallygate.register.Register;
import io.tallygate.relational.Constraints;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets a desk up, or changes one that is there. */
@Singleton
public class ConfiguringDesk {

    /**
     * What came of it.
     *
     * @param created whether there was no such desk before
     */
    public record Configured(Desk desk, boolean created) {}

    private static final Refusal DUPLICATE_READER =
            Refusal.duplicate("reader", "DUPLICATE_READER", "Another desk or a portal has this reader.");
    private final Rooms rooms;
    private final Desks desks;
    private final Readers readers;
    private final Register register;

    ConfiguringDesk(Rooms rooms, Desks desks, Readers readers, Register register) {
        this.rooms = rooms;
        this.desks = desks;
        this.readers = readers;
        this.register = register;
    }

    /**
     * Refuses with 428 PRECONDITION_REQUIRED, 412 PRECONDITION_FAILED, 422 UNKNOWN_ROOM, 409 DUPLICATE_READER. A change that
     * changes nothing is not recorded and keeps the version.
     *
     * @param desk as it is to become; its version does not count
     * @param expectedVersion the version the caller had before them; null for a new desk
     */
    @Transactional
    public Outcome<Configured> configure(String actor, Desk desk, @Nullable Long expectedVersion) {
        Optional<Desk> before = desks.hold(desk.code());
        Optional<Refusal> refusal = ExpectedVersion.refusal(before.map(Desk::version), expectedVersion)
                .or(() -> refusal(desk));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (before.isPresent() && before.get().equals(desk.at(before.get().version()))) {
            return Outcome.done(new Configured(before.get(), false));
        }
        return Outcome.done(new Configured(write(actor, desk), before.isEmpty()));
    }

    private Optional<Refusal> refusal(Desk desk) {
        if (!rooms.exists(desk.roomCode())) {
            return Optional.of(Refusal.ruleViolated("roomCode", "UNKNOWN_ROOM", "There is no such room."));
        }
        return readers.isTakenForDesk(desk.code(), desk.reader()) ? Optional.of(DUPLICATE_READER) : Optional.empty();
    }

    private Desk write(String actor, Desk desk) {
        try {
            Desk written = desks.write(desk);
            register.append(DeskEvents.configured(actor, written));
            return written;
        } catch (PersistenceException e) {
            throw Constraints.violatedUnique(e)
                    .map(name -> name.equals("desk_reader") ? DUPLICATE_READER : Refusal.staleVersion())
                    .<RuntimeException>map(Refusal::asException)
                    .orElse(e);
        }
    }
}
