package io.tallygate.gate;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.gate.spool.SpoolLimits;
import io.tallygate.gate.verdict.CompanyPrefixes;
import io.tallygate.simulator.SimulatedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;

/** One gate with one portal and one reader, for a scenario. */
final class GateWorld implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Minutes elsewhere. */
    static final Duration ANTENNA_LEARNING = Duration.ofSeconds(2);

    final String portal;
    final SimulatedReader reader;
    /** Of the gate as it was last opened: a process has one gate in all its life. */
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private final Path home;
    private final String bootstrapServers;
    private final SpoolLimits limits;
    private Gate gate;

    GateWorld(String portal, Path home, String bootstrapServers) throws IOException {
        this(portal, home, bootstrapServers, SimulatedReader.start(0));
    }

    GateWorld(String portal, Path home, String bootstrapServers, SimulatedReader reader) throws IOException {
        this(portal, home, bootstrapServers, reader, new SpoolLimits(1 << 20, 16 << 20));
    }

    GateWorld(String portal, Path home, String bootstrapServers, SimulatedReader reader, SpoolLimits limits)
            throws IOException {
        this.limits = limits;
        this.reader = reader;
        this.portal = portal;
        this.home = home;
        this.bootstrapServers = bootstrapServers;
        this.gate = open();
    }

    private Gate open() throws IOException {
        GateSettings settings = new GateSettings(
                home,
                new KafkaSettings(bootstrapServers),
                new CompanyPrefixes(Set.of("0614141")),
                limits,
                1,
                Optional.empty(),
                ANTENNA_LEARNING);
        Gate opened = Gate.open(settings, metrics, Clock.systemUTC());
        opened.start();
        return opened;
    }

    void restart() throws IOException, InterruptedException {
        restart(() -> {});
    }

    /** @param meanwhile happens while it is off */
    void restart(Runnable meanwhile) throws IOException, InterruptedException {
        gate.close();
        meanwhile.run();
        metrics = new SimpleMeterRegistry();
        gate = open();
    }

    GateStatus status() {
        return gate.status();
    }

    void awaitItems(int items) {
        until(() -> gate.status().replica().items() >= items
                && gate.status().replica().ageSeconds() != null);
    }

    void awaitWatching() {
        until(() -> isInState("WATCHING"));
    }

    /** Waits until the portal does not watch for that reason, blind already or not yet. */
    void awaitReason(String reason) {
        until(() -> gate.status().portals().stream()
                .anyMatch(line -> line.code().equals(portal) && line.reason().equals(reason)));
    }

    /** Waits until the portal is blind for that reason. */
    void awaitBlind(String reason) {
        until(() -> isInState("BLIND")
                && gate.status().portals().getFirst().reason().equals(reason));
    }

    /** Waits until it watches that many portals. */
    void awaitWatching(int portals) {
        until(() -> gate.status().portals().stream()
                        .filter(line -> line.state().equals("WATCHING"))
                        .count()
                == portals);
    }

    /** What the gauge of that name says, or the counters of that name together. */
    double metric(String name) {
        return metrics.find(name).meters().stream()
                .flatMap(meter -> StreamSupport.stream(meter.measure().spliterator(), false))
                .mapToDouble(Measurement::getValue)
                .sum();
    }

    boolean isInState(String state) {
        return gate.status().portals().stream()
                .anyMatch(line -> line.code().equals(portal) && line.state().equals(state));
    }

    /** Waits until all that was seen is in Kafka. */
    void awaitRelayed() {
        until(() -> gate.status().spool().depth() == 0);
    }

    static List<Crossing> crossings(TestLedger ledger, String epc) {
        return ledger.all(Topic.RFID_CROSSINGS, epc).stream()
                .map(bytes -> parsed(() -> Crossing.parseFrom(bytes)))
                .toList();
    }

    List<PortalHealth> healths(TestLedger ledger) {
        return ledger.all(Topic.RFID_HEALTH, portal).stream()
                .map(bytes -> parsed(() -> PortalHealth.parseFrom(bytes)))
                .toList();
    }

    interface Parsing<T> {
        T parse() throws InvalidProtocolBufferException;
    }

    static <T> T parsed(Parsing<T> parsing) {
        try {
            return parsing.parse();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        gate.close();
        reader.close();
    }
}
