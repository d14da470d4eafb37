package io.tallygate.devices.ledger.application;

import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Page;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.DeviceFilter;
import io.tallygate.devices.ledger.domain.DeviceSort;
import io.tallygate.devices.ledger.persistence.DeviceListing;
import io.tallygate.devices.ledger.persistence.DeviceStore;
import io.tallygate.register.RegisterHistory;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What one may see of the ledgers (G4): one device, its history, a page of a list. */
@Singleton
public class ReadingDevices {

    /** More changes than one device sees in its life. */
    private static final int HISTORY = 500;

    private final DeviceStore store;
    private final DeviceListing listing;
    private final RegisterHistory history;
    private final ScopeBinding scopeBinding;

    public ReadingDevices(
            DeviceStore store, DeviceListing listing, RegisterHistory history, ScopeBinding scopeBinding) {
        this.store = store;
        this.listing = listing;
        this.history = history;
        this.scopeBinding = scopeBinding;
    }

    /** The device, or 404 when it is not there for {@code scope}. */
    @Transactional
    public Outcome<Device> one(UUID id, Scope scope) {
        scopeBinding.bind(scope);
        return store.find(id, scope)
                .<Outcome<Device>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound()));
    }

    /** What the register says of it, newest first, or 404. */
    @Transactional
    public Outcome<List<RegisterHistory.Entry>> history(UUID id, Scope scope) {
        return one(id, scope).map(device -> history.of(device.id().toString(), HISTORY));
    }

    @Transactional
    public Page<Device> page(DeviceFilter filter, DeviceSort.Position from, int limit, Scope scope) {
        scopeBinding.bind(scope);
        return listing.page(filter, from, limit, scope);
    }
}
