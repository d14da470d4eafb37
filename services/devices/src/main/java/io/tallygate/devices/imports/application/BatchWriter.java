package io.tallygate.devices.imports.application;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tallygate.commons.identity.Level;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.problem.RefusalException;
import io.tallygate.devices.imports.domain.RowVerdict.Candidate;
import io.tallygate.devices.imports.domain.SeenKeys;
import io.tallygate.devices.imports.persistence.ImportClaim;
import io.tallygate.devices.imports.persistence.ImportProgress;
import io.tallygate.devices.imports.persistence.RejectionStore;
import io.tallygate.devices.ledger.application.DeviceKeys;
import io.tallygate.devices.ledger.application.LedgerWriter;
import io.tallygate.devices.ledger.application.Registrar;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.Ledger;
import io.tallygate.devices.ledger.domain.LedgerNo;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes batches of one import: devices, register entries, rejections and progress, all or none of a batch. */
@Singleton
public class BatchWriter {

    /** Tries of a batch whose keys others keep taking at the same moment; each try sees what the last collided with. */
    private static final int TRIES = 10;

    private final ImportProgress progress;
    private final RejectionStore rejections;
    private final DeviceKeys keys;
    private final LedgerWriter ledger;
    private final ImportSettings settings;
    private final Clock clock;

    public BatchWriter(
            ImportProgress progress,
            RejectionStore rejections,
            DeviceKeys keys,
            LedgerWriter ledger,
            ImportSettings settings,
            Clock clock) {
        this.progress = progress;
        this.rejections = rejections;
        this.keys = keys;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    Run begin(ImportClaim claim) {
        return new Run(claim);
    }

    /** The batches of one claim, in order. */
    final class Run {

        private final SeenKeys seen = new SeenKeys();
        private ImportClaim claim;

        private Run(ImportClaim claim) {
            this.claim = claim;
        }

        /** The claim as far as it has come. */
        ImportClaim claim() {
            return claim;
        }

        /** @throws io.tallygate.devices.imports.persistence.LostClaimException when somebody else goes on with it */
        void write(ImportBatches.Batch batch) {
            for (int tries = 1; ; tries++) {
                try {
                    QuarkusTransaction.requiringNew().run(() -> writeOnce(batch));
                    claim = claim.movedTo(batch.lastRow());
                    return;
                } catch (RefusalException collision) {
                    if (tries == TRIES) {
                        throw collision;
                    }
                }
            }
        }

        private void writeOnce(ImportBatches.Batch batch) {
            progress.lock(claim);
            DuplicateSieve sieve = new DuplicateSieve(claim, seen);
            DuplicateSieve.Sieved sieved = sieve.sieve(batch.verdicts(), keys::taken);
            if (!claim.dryRun()) {
                Registrar registrar = registrar();
                ledger.register(numbered(sieved.accepted()), claim.id(), registrar);
            }
            rejections.add(claim.id(), sieved.rejections());
            int accepted = sieved.accepted().size();
            progress.move(claim, batch.lastRow(), accepted, batch.verdicts().size() - accepted, settings.lease());
            sieve.remember();
        }

        private Registrar registrar() {
            Level clearance = Level.ofRank(claim.clearanceRank()).orElse(Level.UNCLASSIFIED);
            return new Registrar(claim.actor(), Scope.everyDepartment(clearance));
        }
    }

    private List<Device> numbered(List<Candidate> accepted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<LedgerNo> takenOver = accepted.stream()
                .map(Candidate::ledgerNo)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Ledger, Iterator<LedgerNo>> given = given(accepted, now, takenOver);
        List<Device> devices = new ArrayList<>(accepted.size());
        for (Candidate candidate : accepted) {
            LedgerNo own = candidate.ledgerNo();
            LedgerNo number = own != null
                    ? own
                    : Objects.requireNonNull(given.get(candidate.details().ledger()))
                            .next();
            devices.add(Device.registered(UUID.randomUUID(), number, candidate.details(), now));
        }
        return devices;
    }

    /** As many numbers of each ledger as candidates bring none. Ledgers in one order, so that two batches never wait for each other. */
    private Map<Ledger, Iterator<LedgerNo>> given(List<Candidate> accepted, Instant now, Set<LedgerNo> takenOver) {
        int year = now.atZone(ZoneOffset.UTC).getYear();
        Map<Ledger, Long> missing = accepted.stream()
                .filter(candidate -> candidate.ledgerNo() == null)
                .collect(Collectors.groupingBy(
                        candidate -> candidate.details().ledger(),
                        () -> new EnumMap<>(Ledger.class),
                        Collectors.counting()));
        Map<Ledger, Iterator<LedgerNo>> given = new EnumMap<>(Ledger.class);
        missing.forEach((book, count) -> given.put(
                book,
                keys.numbers(book, year, Math.toIntExact(count), takenOver).iterator()));
        return given;
    }
}
