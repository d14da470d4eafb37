package io.tallygate.devices.ledger.application;

import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violation;
import io.tallygate.devices.directory.Directory;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.DeviceChange;
import io.tallygate.devices.ledger.domain.DeviceRevision;
import io.tallygate.devices.ledger.domain.LedgerNo;
import io.tallygate.devices.ledger.persistence.DeviceStore;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes one device, from the version that the caller has seen. */
@Singleton
public class ChangingDevice {

    private final Directory directory;
    private final DeviceStore store;
    private final DeviceKeys keys;
    private final LedgerWriter writer;
    private final ScopeBinding scopeBinding;
    private final Clock clock;

    public ChangingDevice(
            Directory directory,
            DeviceStore store,
            DeviceKeys keys,
            LedgerWriter writer,
            ScopeBinding scopeBinding,
            Clock clock) {
        this.directory = directory;
        this.store = store;
        this.keys = keys;
        this.writer = writer;
        this.scopeBinding = scopeBinding;
        this.clock = clock;
    }

    /**
     * Makes the change. A change of nothing answers the device as it is and leaves no entry.
     *
     * @return the next version; or 404 when the device is not there for the registrar, 412 when it has another version, 400, 422 and
     *     409 as registering answers
     * @throws io.tallygate.commons.problem.RefusalException 409 when a key was taken at the same moment
     */
    @Transactional
    public Outcome<Device> change(UUID id, long fromVersion, DeviceChange change, Registrar registrar) {
        directory.requireReady();
        scopeBinding.bind(registrar.scope());
        Optional<Device> found = store.lock(id, registrar.scope());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        if (found.get().version() != fromVersion) {
            return Outcome.refused(Refusal.staleVersion());
        }
        return DeviceRevision.of(found.get(), change)
                .flatMap(revision -> judged(revision, registrar))
                .map(revision -> written(revision, change.reason(), registrar));
    }

    private Outcome<DeviceRevision> judged(DeviceRevision revision, Registrar registrar) {
        List<Violation> violated =
                revision.violations(directory, registrar.scope().clearanceRank());
        if (!violated.isEmpty()) {
            return Outcome.refused(Refusal.ruleViolated(violated));
        }
        return keys.refusal(revision.newKeys(), revision.before().id())
                .<Outcome<DeviceRevision>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(revision));
    }

    private Device written(DeviceRevision revision, String reason, Registrar registrar) {
        List<String> changed = new ArrayList<>(revision.changedFields());
        if (changed.isEmpty()) {
            return revision.before();
        }
        LedgerNo number = revision.before().ledgerNo();
        if (revision.movesToAnotherLedger()) {
            // D1: a device whose level now makes it classified stands in the classified ledger, under a number of that
            // ledger.
            int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
            number = keys.numbers(revision.after().ledger(), year, 1, Set.of()).getFirst();
            changed.add("ledgerNo");
        }
        Device device = revision.before().changed(number, revision.after(), revision.stateAfter());
        writer.change(revision.before(), device, changed, reason, registrar);
        return device;
    }
}
