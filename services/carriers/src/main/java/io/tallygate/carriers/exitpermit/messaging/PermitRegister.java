package io.tallygate.carriers.exitpermit.messaging;

import com.google.protobuf.Timestamp;
import io.tallygate.carriers.exitpermit.application.PermitJournal;
import io.tallygate.carriers.exitpermit.domain.ExitPermit;
import io.tallygate.carriers.exitpermit.domain.PermitChange;
import io.tallygate.carriers.exitpermit.domain.PermitFile;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PortalCode;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.ledger.v1.ExitPermitChanged;
import io.tallygate.contracts.ledger.v1.PermitState;
import io.tallygate.register.NewEntry;
import io.tallygate.register.Publication;
import io.tallygate.register.Register;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Permits' entries in {@code carriers.register.v1}. */
@Singleton
class PermitRegister implements PermitJournal {

    private final Register register;

    PermitRegister(Register register) {
        this.register = register;
    }

    @Override
    public void changed(ExitPermit permit, PermitChange change, String actor, String comment) {
        io.tallygate.contracts.ledger.v1.ExitPermit state = state(permit);
        ExitPermitChanged event = ExitPermitChanged.newBuilder()
                .setPermit(state)
                .setChange(change.name())
                .setComment(comment)
                .build();
        String id = state.getPermitId();
        register.append(new NewEntry(actor, id, event, List.of(new Publication(Topic.LEDGER_EXIT_PERMITS, id, state))));
    }

    private static io.tallygate.contracts.ledger.v1.ExitPermit state(ExitPermit permit) {
        PermitFile file = permit.file();
        return io.tallygate.contracts.ledger.v1.ExitPermit.newBuilder()
                .setPermitId(file.id().toString())
                .setState(PermitState.valueOf(permit.state().name()))
                .addAllItemIds(file.itemIds().stream().map(ItemId::toString).toList())
                .addAllPortalCodes(
                        file.terms().portals().stream().map(PortalCode::value).toList())
                .setValidFrom(timestamp(file.terms().window().from()))
                .setValidUntil(timestamp(file.terms().window().until()))
                .build();
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
