package io.tallygate.gate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.gate.desk.Desks;
import io.tallygate.gate.health.HealthNews;
import io.tallygate.gate.health.KeptWarnings;
import io.tallygate.gate.portal.GateMetrics;
import io.tallygate.gate.portal.GateParts;
import io.tallygate.gate.portal.PortalWatches;
import io.tallygate.gate.portal.ReaderContexts;
import io.tallygate.gate.relay.KafkaRelay;
import io.tallygate.gate.relay.StatePublisher;
import io.tallygate.gate.replica.Replica;
import io.tallygate.gate.replica.ReplicaFollower;
import io.tallygate.gate.spool.SpoolLanes;
import io.tallygate.gate.verdict.GateRules;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    private final SpoolLanes spool;
    private final KeptWarnings warnings;
    private final EventLoopGroup loops;
    private final PortalWatches watches;
    private final Desks desks;
    private final ReplicaFollower follower;
    private final List<KafkaRelay> relays;
    private final StatePublisher<PortalHealth> health;
    private final GateReport report;

    private Gate(GateSettings settings, MeterRegistry registry, Clock clock, Replica replica, SpoolLanes spool)
            throws IOException {
        this.clock = clock;
        this.replica = replica;
        this.spool = spool;
        this.loops = new NioEventLoopGroup(settings.readerThreads(), new DefaultThreadFactory("reader"));
        this.warnings = KeptWarnings.open(settings.home().resolve("warnings"));
        GateParts parts = new GateParts(
                replica.index(),
                new GateRules(settings.companyPrefixes()),
                spool.writer(),
                new GateMetrics(registry),
                warnings,
                settings.antennaLearning(),
                clock);
        ReaderContexts tls = new ReaderContexts(ReaderTls.context(settings.readerCertificates()));
        this.watches = new PortalWatches(parts, loops, tls);
        this.desks = new Desks(settings.kafka(), loops, tls, clock);
        this.follower = new ReplicaFollower(replica, settings.kafka()::replicaConsumer, clock);
        this.relays = List.of(
                new KafkaRelay("crossings", spool.crossings(), settings.kafka()::crossingProducer),
                new KafkaRelay("reads", spool.reads(), settings.kafka()::readProducer));
        SpoolReport spoolReport = new SpoolReport(spool, relays, settings.spool());
        spoolReport.register(registry);
        this.report = new GateReport(watches, replica, spoolReport, clock);
        this.health = new StatePublisher<>(new HealthNews(report::healths), settings.kafka()::healthProducer);
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
            SpoolLanes spool = SpoolLanes.open(settings.home(), settings.spool(), clock);
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
        relays.forEach(KafkaRelay::start);
        health.start();
        desks.start();
    }

    public GateStatus status() {
        return report.status();
    }

    /** Silences every horn, leaves every reader, and keeps what is not yet in Kafka for the next start. */
    @Override
    public void close() throws IOException, InterruptedException {
        follower.close();
        health.close();
        desks.close();
        try {
            watches.stop()
                    .toCompletableFuture()
                    .orTimeout(FAREWELL_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            LOG.warn("a reader did not answer the farewell: {}", e.getMessage());
        }
        loops.shutdownGracefully(0, FAREWELL_SECONDS, TimeUnit.SECONDS).await();
        warnings.close();
        for (KafkaRelay relay : relays) {
            relay.close();
        }
        spool.close();
        replica.close();
    }

    private void registerGauges(MeterRegistry registry) {
        Gauge.builder("tallygate.gate.desks.watching", desks, Desks::watching)
                .description("Desks whose reader is there and reads")
                .register(registry);
        Gauge.builder("tallygate.gate.replica.set.aside", replica, it -> it.setAside()
                        .size())
                .description("Copies that could not be used any more, since the start")
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
