package io.tallygate.gate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.gate.health.HealthPublisher;
import io.tallygate.gate.portal.CrossingRecorder;
import io.tallygate.gate.portal.GateMetrics;
import io.tallygate.gate.portal.GateParts;
import io.tallygate.gate.portal.PortalWatches;
import io.tallygate.gate.relay.KafkaRelay;
import io.tallygate.gate.replica.Replica;
import io.tallygate.gate.replica.ReplicaFollower;
import io.tallygate.gate.spool.Spool;
import io.tallygate.gate.verdict.GateRules;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole gate: opened from disk, started, closed. Kafka and the readers may come and go. */
public final class Gate implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final long FAREWELL_SECONDS = 5;

    private final Clock clock;
    private final Replica replica;
    private final Spool spool;
    private final CrossingRecorder recorder;
    private final EventLoopGroup loops;
    private final PortalWatches watches;
    private final ReplicaFollower follower;
    private final KafkaRelay relay;
    private final HealthPublisher health;
    private final GateReport report;

    private Gate(GateSettings settings, MeterRegistry registry, Clock clock, Replica replica, Spool spool)
            throws IOException {
        this.clock = clock;
        this.replica = replica;
        this.spool = spool;
        this.recorder = new CrossingRecorder(spool);
        this.loops = new NioEventLoopGroup(settings.readerThreads(), new DefaultThreadFactory("reader"));
        GateParts parts = new GateParts(
                replica.index(),
                new GateRules(settings.companyPrefixes()),
                CrossingDetectorFactory.standard(),
                spool,
                recorder,
                new GateMetrics(registry),
                clock);
        this.watches = new PortalWatches(parts, loops, ReaderTls.context(settings.readerCertificates()));
        this.follower = new ReplicaFollower(replica, settings.kafka()::replicaConsumer, clock);
        this.relay = new KafkaRelay(spool, settings.kafka()::relayProducer);
        this.report = new GateReport(watches, replica.index(), spool, relay, recorder, clock);
        this.health = new HealthPublisher(report::healths, settings.kafka()::healthProducer);
        registerGauges(registry);
    }

    /**
     * Opens replica and spool from disk; needs neither Kafka nor a reader.
     *
     * @throws IOException when the home directory or the certificates cannot be used
     */
    public static Gate open(GateSettings settings, MeterRegistry registry, Clock clock) throws IOException {
        Replica replica = Replica.open(settings.home().resolve("replica"), clock);
        try {
            Spool spool = Spool.open(settings.home().resolve("spool"), settings.spool());
            return new Gate(settings, registry, clock, replica, spool);
        } catch (IOException e) {
            replica.close();
            throw e;
        }
    }

    /** Begins to watch what the disk says, and to follow and relay. */
    public void start() {
        replica.onPortalsChanged(() -> watches.follow(replica.index().portals()));
        watches.follow(replica.index().portals());
        follower.start();
        relay.start();
        health.start();
        var unused = loops.scheduleWithFixedDelay(recorder::flush, 1, 1, TimeUnit.SECONDS);
    }

    public GateStatus status() {
        return report.status();
    }

    /** Silences every horn, leaves every reader, and keeps what is not yet in Kafka for the next start. */
    @Override
    public void close() throws IOException, InterruptedException {
        follower.close();
        health.close();
        try {
            watches.stop()
                    .toCompletableFuture()
                    .orTimeout(FAREWELL_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            LOG.warn("a reader did not answer the farewell: {}", e.getMessage());
        }
        loops.shutdownGracefully(0, FAREWELL_SECONDS, TimeUnit.SECONDS).await();
        relay.close();
        spool.close();
        replica.close();
    }

    private void registerGauges(MeterRegistry registry) {
        Gauge.builder("tallygate.gate.spool.depth", spool, Spool::depth).register(registry);
        Gauge.builder("tallygate.gate.crossings.waiting", recorder, CrossingRecorder::waiting)
                .description("Crossings in memory because the disk refuses them")
                .register(registry);
        Gauge.builder("tallygate.gate.spool.bytes", spool, Spool::bytes).register(registry);
        Gauge.builder("tallygate.gate.spool.dropped.read.batches", spool, Spool::droppedReadBatches)
                .register(registry);
        Gauge.builder("tallygate.gate.replica.age.seconds", this, Gate::replicaAgeSeconds)
                .description("Since the broker last confirmed that the replica is up to date; NaN while it is lost")
                .register(registry);
    }

    private double replicaAgeSeconds() {
        Duration age = replica.index().ageAt(clock.instant());
        return age == null ? Double.NaN : age.toMillis() / 1000.0;
    }
}
