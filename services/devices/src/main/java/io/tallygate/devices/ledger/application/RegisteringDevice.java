package io.tallygate.devices.ledger.application;

import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violation;
import io.tallygate.devices.directory.Directory;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.DeviceDetails;
import io.tallygate.devices.ledger.domain.DeviceDraft;
import io.tallygate.devices.ledger.domain.LedgerNo;
import io.tallygate.devices.ledger.domain.LedgerRule;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts one device into its ledger (G2, D1, D3). */
@Singleton
public class RegisteringDevice {

    private final Directory directory;
    private final DeviceKeys keys;
    private final LedgerWriter writer;
    private final Clock clock;

    public RegisteringDevice(Directory directory, DeviceKeys keys, LedgerWriter writer, Clock clock) {
        this.directory = directory;
        this.keys = keys;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Registers what {@code draft} says.
     *
     * @return the device; or 400 with every malformed field, 422 with every rule that forbids it, 409 with every key that another
     *     device has; nothing is then written
     * @throws io.tallygate.commons.problem.RefusalException 409 when a key was taken at the same moment
     */
    @Transactional
    public Outcome<Device> register(DeviceDraft draft, Registrar registrar) {
        directory.requireReady();
        return draft.check().flatMap(device -> judged(device, registrar));
    }

    private Outcome<Device> judged(DeviceDraft.WellFormed device, Registrar registrar) {
        DeviceDetails details = device.details();
        Scope scope = registrar.scope();
        List<Violation> violated = LedgerRule.violations(details, directory, scope.clearanceRank());
        if (!violated.isEmpty()) {
            return Outcome.refused(Refusal.ruleViolated(violated));
        }
        return keys.free(device.ledgerNo(), details)
                .<Outcome<Device>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(written(device.ledgerNo(), details, registrar)));
    }

    private Device written(@Nullable LedgerNo takenOver, DeviceDetails details, Registrar registrar) {
        // PostgreSQL keeps microseconds; the answer must not show more than a later read will.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int year = now.atZone(ZoneOffset.UTC).getYear();
        LedgerNo number = takenOver != null
                ? takenOver
                : keys.numbers(details.ledger(), year, 1, Set.of()).getFirst();
        Device device = Device.registered(UUID.randomUUID(), number, details, now);
        writer.register(List.of(device), null, registrar);
        return device;
    }
}
