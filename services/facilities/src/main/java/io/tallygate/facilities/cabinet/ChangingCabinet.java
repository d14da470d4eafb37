package io.tallygate.facilities.cabinet;

import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.register.Register;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Gives a cabinet another name or highest level. */
@Singleton
public class ChangingCabinet {

    private final Cabinets cabinets;
    private final Register register;

    ChangingCabinet(Cabinets cabinets, Register register) {
        this.cabinets = cabinets;
        this.register = register;
    }

    /** Refuses with 404, 412 PRECONDITION_FAILED. A change that changes nothing is not recorded and keeps the version. */
    @Transactional
    public Outcome<Cabinet> change(String actor, String code, long expectedVersion, CabinetChange change) {
        Optional<CabinetEntity> held = cabinets.hold(code);
        if (held.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        Cabinet before = held.get().cabinet();
        if (before.version() != expectedVersion) {
            return Outcome.refused(Refusal.staleVersion());
        }
        Cabinet now = change.appliedTo(before);
        return Outcome.done(now.equals(before) ? before : write(actor, held.get(), now));
    }

    private Cabinet write(String actor, CabinetEntity entity, Cabinet now) {
        entity.become(now);
        cabinets.flush();
        Cabinet written = entity.cabinet();
        register.append(CabinetEvents.registered(actor, written));
        return written;
    }
}
