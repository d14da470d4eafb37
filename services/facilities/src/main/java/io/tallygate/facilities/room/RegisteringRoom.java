package io.tallygate.facilities.room;

import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.contracts.facilities.v1.RoomRegistered;
import io.tallygate.register.NewEntry;
import io.tallygate.register.Register;
import io.tallygate.relational.Constraints;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;

/** Adds a room. */
@Singleton
public class RegisteringRoom {

    private static final Refusal DUPLICATE =
            Refusal.duplicate("code", "DUPLICATE_ROOM", "There is a room with this code.");

    private final Rooms rooms;
    private final Register register;

    RegisteringRoom(Rooms rooms, Register register) {
        this.rooms = rooms;
        this.register = register;
    }

    /** Refuses with 409 DUPLICATE_ROOM. */
    @Transactional
    public Outcome<Room> register(String actor, Room room) {
        if (rooms.exists(room.code())) {
            return Outcome.refused(DUPLICATE);
        }
        try {
            rooms.add(room);
        } catch (PersistenceException e) {
            // Somebody else added it between the check and here; the transaction is lost, so the refusal must leave it.
            throw Constraints.violatedUnique(e).isPresent() ? DUPLICATE.asException() : e;
        }
        register.append(new NewEntry(actor, room.code(), event(room)));
        return Outcome.done(room);
    }

    private static RoomRegistered event(Room room) {
        return RoomRegistered.newBuilder()
                .setRoom(io.tallygate.contracts.facilities.v1.Room.newBuilder()
                        .setCode(room.code())
                        .setName(room.name()))
                .build();
    }
}
