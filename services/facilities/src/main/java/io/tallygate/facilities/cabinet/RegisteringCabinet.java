package io.tallygate.facilities.cabinet;

import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.facilities.room.Rooms;
import io.tallygate.register.Register;
import io.tallygate.relational.Constraints;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;

/** Adds a cabinet to a room. */
@Singleton
public class RegisteringCabinet {

    private static final Refusal DUPLICATE =
            Refusal.duplicate("code", "DUPLICATE_CABINET", "There is a cabinet with this code.");

    private final Rooms rooms;
    private final Cabinets cabinets;
    private final Register register;

    RegisteringCabinet(Rooms rooms, Cabinets cabinets, Register register) {
        this.rooms = rooms;
        this.cabinets = cabinets;
        this.register = register;
    }

    /** Refuses with 409 DUPLICATE_CABINET, 422 UNKNOWN_ROOM. */
    @Transactional
    public Outcome<Cabinet> register(String actor, Cabinet cabinet) {
        if (cabinets.find(cabinet.code()).isPresent()) {
            return Outcome.refused(DUPLICATE);
        }
        if (!rooms.exists(cabinet.roomCode())) {
            return Outcome.refused(Refusal.ruleViolated("roomCode", "UNKNOWN_ROOM", "There is no such room."));
        }
        try {
            cabinets.add(cabinet);
        } catch (PersistenceException e) {
            throw Constraints.violatedUnique(e).isPresent() ? DUPLICATE.asException() : e;
        }
        register.append(CabinetEvents.registered(actor, cabinet));
        return Outcome.done(cabinet);
    }
}
