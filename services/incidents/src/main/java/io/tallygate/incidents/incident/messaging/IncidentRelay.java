package io.tallygate.incidents.incident.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tallygate.incidents.incident.application.PublicationBell;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.domain.IncidentId;
import io.tallygate.incidents.incident.persistence.IncidentStore;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Publishes what is kept and marks it: an outbox in the documents themselves. One thread, so that the versions of an incident go
 * out in order. A mark holds only for the version that was published; when another process was faster with a newer one, the mark
 * fails, the incident stays to be published, and the newest version is published last.
 */
@Singleton
public class IncidentRelay implements PublicationBell {

    private static final Logger LOG = Logger.getLogger(IncidentRelay.class);
    private static final int BELLS = 10_000;

    private final IncidentStore store;
    private final IncidentPublisher publisher;
    private final RelaySettings settings;
    private final BlockingQueue<IncidentId> rung = new ArrayBlockingQueue<>(BELLS);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("incident-relay").unstarted(this::relayForEver);
    private volatile boolean stopped;

    IncidentRelay(IncidentStore store, IncidentPublisher publisher, RelaySettings settings) {
        this.store = store;
        this.publisher = publisher;
        this.settings = settings;
    }

    @Override
    public void ring(IncidentId changed) {
        if (!rung.offer(changed)) {
            LOG.debugf("Too many at once; the sweep will publish incident %s", changed);
        }
    }

    void start(@Observes StartupEvent starting) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        thread.interrupt();
    }

    private void relayForEver() {
        // The first round sweeps: the process before this one may have been killed.
        long sweepAt = System.nanoTime();
        while (!stopped) {
            try {
                Set<IncidentId> changed = awaitBells(sweepAt - System.nanoTime());
                publish(changed.isEmpty() ? List.of() : store.unpublished(changed));
                if (System.nanoTime() - sweepAt >= 0) {
                    sweepAt = sweep();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped = true;
            } catch (RuntimeException e) {
                sweepAt = recover(e);
            }
        }
    }

    private Set<IncidentId> awaitBells(long patienceNanos) throws InterruptedException {
        Set<IncidentId> changed = new LinkedHashSet<>();
        IncidentId first = rung.poll(Math.max(0, patienceNanos), TimeUnit.NANOSECONDS);
        if (first != null) {
            changed.add(first);
            rung.drainTo(changed, settings.batch() - 1);
        }
        return changed;
    }

    /** Publishes everything that waits; answers when to do so again. */
    private long sweep() {
        List<Incident> waiting = store.unpublished(settings.batch());
        while (!waiting.isEmpty() && !stopped) {
            publish(waiting);
            waiting = store.unpublished(settings.batch());
        }
        return System.nanoTime() + settings.sweepEvery().toNanos();
    }

    private void publish(List<Incident> waiting) {
        if (!waiting.isEmpty()) {
            publisher.publish(waiting);
            store.markPublished(waiting);
        }
    }

    /** What failed is still marked in the store, so a sweep comes first once it works again. */
    private long recover(RuntimeException failure) {
        if (!stopped) {
            LOG.warnf("Publishing incidents failed, trying again: %s", failure.getMessage());
            rest(settings.restAfterFailure());
        }
        return System.nanoTime();
    }

    private void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
