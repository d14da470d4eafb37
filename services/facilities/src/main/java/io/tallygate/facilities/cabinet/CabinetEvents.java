package io.tallygate.facilities.cabinet;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.CabinetRegistered;
import io.tallygate.register.NewEntry;
import io.tallygate.register.Publication;
import java.util.List;

/** What the register and the other services are told. */
final class CabinetEvents {

    private CabinetEvents() {}

    /** The cabinet's state, whether new or changed: an entry carries all of it either way. */
    static NewEntry registered(String actor, Cabinet cabinet) {
        var state = io.tallygate.contracts.facilities.v1.Cabinet.newBuilder()
                .setCode(cabinet.code())
                .setRoomCode(cabinet.roomCode())
                .setName(cabinet.name())
                .setMaxLevelRank(cabinet.maxLevel().rank())
                .setActive(cabinet.active())
                .build();
        return new NewEntry(
                actor,
                cabinet.code(),
                CabinetRegistered.newBuilder().setCabinet(state).build(),
                List.of(new Publication(Topic.FACILITIES_CABINETS, cabinet.code(), state)));
    }
}
