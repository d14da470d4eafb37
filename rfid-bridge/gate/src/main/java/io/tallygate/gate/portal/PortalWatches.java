package io.tallygate.gate.portal;

import io.netty.channel.EventLoopGroup;
import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.gate.ledger.PortalPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The portals being watched, kept equal to those the ledger wants watched. */
public final class PortalWatches {
    private static final Logger LOG = LoggerFactory.getLogger(PortalWatches.class);

    private final GateParts parts;
    private final EventLoopGroup loops;
    private final ReaderContexts tls;
    private final Map<PortalCode, PortalWatch> watches = new TreeMap<>(Comparator.comparing(PortalCode::value));
    private boolean stopped;

    /** @param tls for the readers that speak TLS */
    public PortalWatches(GateParts parts, EventLoopGroup loops, ReaderContexts tls) {
        this.parts = parts;
        this.loops = loops;
        this.tls = tls;
    }

    /** Starts, changes and stops watches until they are those of {@code wanted}. */
    public synchronized void follow(Map<PortalCode, PortalPlan> wanted) {
        if (stopped) {
            return;
        }
        for (PortalCode code : List.copyOf(watches.keySet())) {
            if (!wanted.containsKey(code)) {
                stop(code);
            }
        }
        wanted.values().forEach(this::watch);
    }

    private void watch(PortalPlan plan) {
        PortalWatch current = watches.get(plan.code());
        if (current != null && current.canBecome(plan)) {
            current.become(plan);
            return;
        }
        if (current != null) {
            stop(plan.code());
        }
        LOG.info("portal {} is watched through {}", plan.code(), plan.reader());
        PortalWatch watch = new PortalWatch(plan, parts, loops, tls.of(plan.reader()));
        watches.put(plan.code(), watch);
        watch.start();
    }

    private void stop(PortalCode code) {
        PortalWatch gone = watches.remove(code);
        if (gone != null) {
            LOG.info("portal {} is no longer watched as it was", code);
            var unused = gone.stop();
        }
    }

    public synchronized List<PortalWatch> all() {
        return List.copyOf(watches.values());
    }

    /** Stops every watch; completes when every reader has been left. */
    public synchronized CompletionStage<Void> stop() {
        stopped = true;
        List<CompletableFuture<Void>> leaving = new ArrayList<>();
        watches.values().forEach(watch -> leaving.add(watch.stop().toCompletableFuture()));
        watches.clear();
        return CompletableFuture.allOf(leaving.toArray(CompletableFuture[]::new));
    }
}
