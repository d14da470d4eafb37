package io.tallygate.facilities.desk;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.DeskConfigured;
import io.tallygate.facilities.portal.application.PortalEvents;
import io.tallygate.register.NewEntry;
import io.tallygate.register.Publication;
import java.util.List;

/** What the register, the bridge and the gateway are told. */
final class DeskEvents {

    private DeskEvents() {}

    static NewEntry configured(String actor, Desk desk) {
        var state = state(desk);
        return new NewEntry(
                actor,
                desk.code(),
                DeskConfigured.newBuilder().setDesk(state).build(),
                List.of(new Publication(Topic.FACILITIES_DESKS, desk.code(), state)));
    }

    private static io.tallygate.contracts.facilities.v1.Desk state(Desk desk) {
        var state = io.tallygate.contracts.facilities.v1.Desk.newBuilder()
                .setCode(desk.code())
                .setRoomCode(desk.roomCode())
                .setReader(PortalEvents.reader(desk.reader()))
                .addAllAntennas(desk.antennas());
        if (desk.weakestDbm() != null) {
            state.setWeakestDbm(desk.weakestDbm());
        }
        return state.build();
    }
}
