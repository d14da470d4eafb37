package io.tallygate.devices.imports.application;

import io.tallygate.devices.imports.domain.ImportStatus;
import io.tallygate.devices.imports.persistence.ImportFiles;
import io.tallygate.devices.imports.persistence.ImportStore;
import io.tallygate.devices.ledger.application.Registrar;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** Takes a file in; from here on its import ends one way or the other, whatever happens to this process. */
@Singleton
public class StartingImport {

    private final ImportStore store;
    private final ImportFiles files;
    private final ImportWorker worker;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    public StartingImport(
            ImportStore store,
            ImportFiles files,
            ImportWorker worker,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.worker = worker;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Begins an import of the file at {@code uploaded}, which may be removed afterwards.
     *
     * @param mapping the JSON of a {@link io.tallygate.devices.imports.domain.ColumnMapping} that has been read already
     */
    @Transactional
    public ImportStatus start(Path uploaded, String mapping, boolean dryRun, Registrar registrar) {
        UUID id = UUID.randomUUID();
        store.insert(new ImportStore.NewImport(
                id, registrar.username(), registrar.scope().clearanceRank(), dryRun, mapping, clock.instant()));
        try (InputStream file = Files.newInputStream(uploaded)) {
            files.keep(id, file);
        } catch (IOException e) {
            throw new UncheckedIOException("An uploaded file could not be read", e);
        }
        transaction.registerInterposedSynchronization(new WakeOnCommit());
        return store.find(id, registrar.username()).orElseThrow();
    }

    private final class WakeOnCommit implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Nothing to do before the outcome is known.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                worker.wake();
            }
        }
    }
}
