package io.tallygate.devices.imports.application;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tallygate.commons.problem.RefusalException;
import io.tallygate.devices.directory.Directory;
import io.tallygate.devices.imports.domain.ImportProblem;
import io.tallygate.devices.imports.persistence.ImportProgress;
import io.tallygate.devices.imports.persistence.LostClaimException;
import io.tallygate.relational.DatabaseException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Carries imports on, one at a time: those begun here, and those whose worker died. */
@Singleton
public class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    private final ImportProgress progress;
    private final ImportRunner runner;
    private final Directory directory;
    private final ImportSettings settings;
    private final UUID claimant = UUID.randomUUID();
    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;

    public ImportWorker(ImportProgress progress, ImportRunner runner, Directory directory, ImportSettings settings) {
        this.progress = progress;
        this.runner = runner;
        this.directory = directory;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("imports").start(this::runForEver);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        runner.stop();
        wake();
    }

    /** Says that an import was begun. */
    void wake() {
        work.release();
    }

    private void runForEver() {
        while (!stopping) {
            try {
                // An import judged without departments and people would reject every row for the wrong reason.
                if (directory.ready() && carryOn()) {
                    continue;
                }
            } catch (LostClaimException e) {
                LOG.info("Another worker took an import over");
            } catch (DatabaseException | RefusalException | IOException e) {
                LOG.warnf("An import waits, trying again: %s", e.getMessage());
            } catch (RuntimeException e) {
                // Claimed again it may work; claimed too often in vain it is given up.
                LOG.error("An import broke off", e);
            }
            await();
        }
    }

    /** False when there is nothing to do. */
    private boolean carryOn() throws IOException {
        Optional<ImportProgress.Claimed> claimed = progress.claim(claimant, settings.lease());
        if (claimed.isEmpty()) {
            return false;
        }
        if (claimed.get().attempts() > settings.attempts()) {
            runner.finish(claimed.get().claim(), ImportProblem.interrupted());
        } else {
            runner.run(claimed.get().claim());
        }
        return true;
    }

    private void await() {
        try {
            if (work.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
