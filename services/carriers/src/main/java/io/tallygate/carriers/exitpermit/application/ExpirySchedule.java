package io.tallygate.carriers.exitpermit.application;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Looks for overdue permits every {@code tallygate.exit-permits.expiry-check}. */
@Singleton
class ExpirySchedule {

    private final ExpiringExitPermits expiring;

    ExpirySchedule(ExpiringExitPermits expiring) {
        this.expiring = expiring;
    }

    @Scheduled(
            every = "{tallygate.exit-permits.expiry-check}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expire() {
        boolean more = true;
        while (more) {
            more = expiring.expireSome();
        }
    }
}
