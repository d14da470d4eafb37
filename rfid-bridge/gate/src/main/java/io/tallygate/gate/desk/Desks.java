package io.tallygate.gate.desk;

import io.netty.channel.EventLoopGroup;
import io.tallygate.contracts.rfid.v1.DeskSight;
import io.tallygate.gate.portal.ReaderContexts;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.gate.relay.StatePublisher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desks being watched, kept equal to those that facilities wants watched. */
public final class Desks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desks.class);
    private static final long FAREWELL_SECONDS = 5;

    private final EventLoopGroup loops;
    private final ReaderContexts tls;
    private final Clock clock;
    private final DeskFollower follower;
    private final StatePublisher<DeskSight> publisher;
    private final Map<String, DeskWatch> watches = new TreeMap<>();
    private boolean stopped;

    public Desks(KafkaSettings kafka, EventLoopGroup loops, ReaderContexts tls, Clock clock) {
        this.loops = loops;
        this.tls = tls;
        this.clock = clock;
        this.follower = new DeskFollower(kafka::replicaConsumer, this::follow);
        this.publisher = new StatePublisher<>(new DeskNews(this::sights), kafka::healthProducer);
    }

    public void start() {
        follower.start();
        publisher.start();
    }

    /** How many see what lies on them. */
    public synchronized long watching() {
        return watches.values().stream().filter(DeskWatch::isWatching).count();
    }

    private synchronized List<DeskSight> sights() {
        return watches.values().stream().map(DeskWatch::sight).toList();
    }

    /** Starts, changes and stops watches until they are those of {@code wanted}. */
    private synchronized void follow(Map<String, DeskPlan> wanted) {
        if (stopped) {
            return;
        }
        for (DeskWatch watch : List.copyOf(watches.values())) {
            if (!watch.plan().equals(wanted.get(watch.plan().code()))) {
                watches.remove(watch.plan().code());
                var unused = watch.stop();
            }
        }
        wanted.values().forEach(plan -> watches.computeIfAbsent(plan.code(), code -> watch(plan)));
    }

    private DeskWatch watch(DeskPlan plan) {
        LOG.info("desk {} is watched through {}", plan.code(), plan.reader());
        DeskWatch watch = new DeskWatch(plan, loops, tls.of(plan.reader()), clock);
        watch.start();
        return watch;
    }

    /** Leaves every reader. */
    @Override
    public void close() throws InterruptedException {
        follower.close();
        publisher.close();
        try {
            stopWatches().orTimeout(FAREWELL_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            LOG.warn("the reader of a desk did not answer the farewell: {}", e.getMessage());
        }
    }

    private synchronized CompletableFuture<Void> stopWatches() {
        stopped = true;
        List<CompletableFuture<Void>> leaving = new ArrayList<>();
        watches.values().forEach(watch -> leaving.add(watch.stop().toCompletableFuture()));
        watches.clear();
        return CompletableFuture.allOf(leaving.toArray(CompletableFuture[]::new));
    }
}
