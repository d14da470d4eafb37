package io.tallygate.carriers.custody.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Tries an effect until it succeeds: a database that is away must neither lose a record nor let a later one overtake it. */
@Singleton
class Persistently {

    private static final Logger LOG = Logger.getLogger(Persistently.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private volatile boolean stopping;

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Runs {@code effect} until it does not throw.
     *
     * @param what for the log
     * @throws IllegalStateException when the service stops first; the record stays unacknowledged and comes again
     */
    boolean run(String what, BooleanSupplier effect) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return effect.getAsBoolean();
            } catch (RuntimeException e) {
                LOG.warnf(e, "%s could not be applied, trying again in %s", what, pause);
                sleep(pause);
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            }
        }
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
        if (stopping) {
            throw new IllegalStateException("Stopping; the record will come again");
        }
    }
}
