package io.tallygate.devices.ledger.application;

import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.messaging.DeviceEvents;
import io.tallygate.devices.ledger.persistence.DeviceStore;
import io.tallygate.devices.ledger.persistence.DuplicateKeyException;
import io.tallygate.devices.ledger.persistence.RetiredEpcs;
import io.tallygate.register.NewEntry;
import io.tallygate.register.Register;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one way into the ledgers: rows and their register entries together, in the caller's transaction and the writer's scope. */
@Singleton
public class LedgerWriter {

    private final DeviceStore store;
    private final RetiredEpcs retiredEpcs;
    private final Register register;
    private final ScopeBinding scopeBinding;

    public LedgerWriter(DeviceStore store, RetiredEpcs retiredEpcs, Register register, ScopeBinding scopeBinding) {
        this.store = store;
        this.retiredEpcs = retiredEpcs;
        this.register = register;
        this.scopeBinding = scopeBinding;
    }

    /** @throws io.tallygate.commons.problem.RefusalException 409 when a key was taken at the same moment; the transaction is lost */
    public void register(List<Device> devices, @Nullable UUID importId, Registrar registrar) {
        scopeBinding.bind(registrar.scope());
        try {
            store.insertAll(devices, importId);
        } catch (DuplicateKeyException e) {
            throw DeviceKeys.duplicate(List.of(e.key().violation())).asException();
        }
        register.appendAll(devices.stream()
                .map(device -> new NewEntry(
                        registrar.username(), device.id().toString(), DeviceEvents.registered(device, importId)))
                .toList());
    }

    /** As {@link #register}, for a device that is there already and locked. An EPC that it gives up stays its own for ever. */
    public void change(Device before, Device device, List<String> changedFields, String reason, Registrar registrar) {
        scopeBinding.bind(registrar.scope());
        String given = before.details().epc();
        try {
            store.update(device);
            if (given != null && !given.equals(device.details().epc())) {
                retiredEpcs.retire(given, device.id());
            }
        } catch (DuplicateKeyException e) {
            throw DeviceKeys.duplicate(List.of(e.key().violation())).asException();
        }
        register.append(new NewEntry(
                registrar.username(), device.id().toString(), DeviceEvents.changed(device, changedFields, reason)));
    }
}
