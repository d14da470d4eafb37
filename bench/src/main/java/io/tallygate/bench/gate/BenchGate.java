package io.tallygate.bench.gate;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.nio.NioEventLoopGroup;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.Zone;
import io.tallygate.gate.health.PortalSight;
import io.tallygate.gate.ledger.FailMode;
import io.tallygate.gate.ledger.ItemId;
import io.tallygate.gate.ledger.KnownItem;
import io.tallygate.gate.ledger.KnownPermit;
import io.tallygate.gate.ledger.LedgerView;
import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.gate.ledger.PortalPlan;
import io.tallygate.gate.portal.CrossingRecorder;
import io.tallygate.gate.portal.GateMetrics;
import io.tallygate.gate.portal.GateParts;
import io.tallygate.gate.portal.PortalWatch;
import io.tallygate.gate.spool.Spool;
import io.tallygate.gate.spool.SpoolLimits;
import io.tallygate.gate.verdict.CompanyPrefixes;
import io.tallygate.gate.verdict.GateRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The bridge's own pipeline, sockets and spool, over a ledger in which no tag is registered. */
final class BenchGate implements AutoCloseable {
    private static final int READER_THREADS = 2;
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);

    private final Spool spool;
    private final GateParts parts;
    private final NioEventLoopGroup loops = new NioEventLoopGroup(READER_THREADS);
    private final List<PortalWatch> watches = new ArrayList<>();

    BenchGate(Path home) throws IOException {
        this.spool = Spool.open(home, new SpoolLimits(8L << 20, 1L << 30));
        this.parts = new GateParts(
                new EmptyLedger(),
                new GateRules(new CompanyPrefixes(Set.of("0614141"))),
                CrossingDetectorFactory.standard(),
                spool,
                new CrossingRecorder(spool),
                new GateMetrics(new SimpleMeterRegistry()),
                Clock.systemUTC());
    }

    static PortalPlan plan(int number, int readerPort) {
        return new PortalPlan(
                new PortalCode("P-" + number),
                "R-" + number,
                new PortalPlan.ReaderAddress("127.0.0.1", readerPort, false),
                Map.of(1, Zone.INSIDE, 2, Zone.INSIDE, 3, Zone.OUTSIDE, 4, Zone.OUTSIDE),
                1,
                Duration.ofHours(1),
                FailMode.SECURE,
                Duration.ofHours(1));
    }

    void watch(PortalPlan plan) {
        PortalWatch watch = new PortalWatch(plan, parts, loops, null);
        watches.add(watch);
        watch.start();
    }

    void awaitReady() throws InterruptedException {
        long started = System.nanoTime();
        while (!watches.stream().allMatch(watch -> watch.health().sight() instanceof PortalSight.Watching)) {
            if (System.nanoTime() - started > READY_WITHIN.toNanos()) {
                throw new IllegalStateException("not every reader was ready in time: "
                        + watches.stream().map(watch -> watch.health().sight()).toList());
            }
            Thread.sleep(20);
        }
    }

    long reads() {
        return watches.stream().mapToLong(PortalWatch::reads).sum();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        CompletableFuture.allOf(watches.stream()
                        .map(watch -> watch.stop().toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .join();
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).await();
        spool.close();
    }

    private static final class EmptyLedger implements LedgerView {
        @Override
        public @Nullable KnownItem item(Epc epc) {
            return null;
        }

        @Override
        public List<KnownPermit> permitsOf(ItemId itemId) {
            return List.of();
        }

        @Override
        public Duration ageAt(Instant moment) {
            return Duration.ZERO;
        }
    }
}
