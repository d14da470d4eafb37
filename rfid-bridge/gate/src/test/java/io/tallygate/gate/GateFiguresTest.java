package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.crossings;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.ledger.v1.PermitState;
import io.tallygate.contracts.rfid.v1.PortalFigures;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.simulator.Direction;
import io.tallygate.simulator.Passage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every figure of a gate after passages that are known, as its metrics have it and as its health tells it. */
class GateFiguresTest {
    private static final String OURS = "3414257BF400000000000F01";
    /** Of another company. */
    private static final String FOREIGN = "3414E1BA0400000000000F02";

    private static final String ITEM = "item-f";

    @RegisterExtension
    final Broker broker = new Broker();

    @TempDir
    Path home;

    private TestLedger ledger;
    private GateWorld gate;

    @BeforeEach
    void aWatchingGate() throws IOException {
        ledger = broker.ledger();
        gate = new GateWorld("F-1", home, broker.bootstrapServers());
        ledger.item(OURS, ITEM);
        ledger.portal(gate.portal, gate.reader.port(), 600);
        gate.awaitItems(1);
        gate.awaitWatching();
    }

    @AfterEach
    void leave() throws IOException, InterruptedException {
        gate.close();
    }

    private double gauge(String name) {
        return gate.metrics.get("tallygate.gate." + name).gauge().value();
    }

    private double ofPortal(String name) {
        return gate.metrics
                .get("tallygate.gate." + name)
                .tag("portal", gate.portal)
                .gauge()
                .value();
    }

    private double count(String name, String... tags) {
        return gate.metrics.find("tallygate.gate." + name).tag("portal", gate.portal).tags(tags).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private double crossed(String verdict, String reason) {
        return count("crossings", "verdict", verdict, "reason", reason);
    }

    private void untilHealth(Predicate<PortalHealth> told) {
        until(() -> gate.healths(ledger).stream()
                .reduce((earlier, later) -> later)
                .filter(told)
                .isPresent());
    }

    private PortalHealth lastHealth() {
        return gate.healths(ledger).getLast();
    }

    @Test
    void shouldCountOnePassageInEveryMetricAndTellItWithItsHealth() throws Exception {
        broker.goesAway();
        int reads = gate.reader.pass(Passage.of(OURS, Direction.OUT)).join();
        until(() -> gate.reader.gpo(1) && count("reads") == reads && gauge("spool.depth") > 1);
        until(() -> gauge("queue.crossings") == 0 && gauge("queue.reads") == 0);

        assertThat(gauge("spool.crossings")).isEqualTo(1);
        assertThat(gauge("spool.bytes")).isPositive();
        assertThat(crossed("alarm", "NO_PERMIT")).isEqualTo(1);
        assertThat(count("crossings")).isEqualTo(1);
        assertThat(count("reader.connects")).isEqualTo(1);
        assertThat(ofPortal("reader.disconnects")).isZero();
        assertThat(ofPortal("portal.watching")).isEqualTo(1);
        Timer timeToAlarm = gate.metrics
                .get("tallygate.gate.time.to.alarm")
                .tag("portal", gate.portal)
                .timer();
        assertThat(timeToAlarm.count()).isEqualTo(1);
        long micros = (long) timeToAlarm.totalTime(TimeUnit.MICROSECONDS);
        assertThat(micros).isPositive();

        broker.comesBack();
        gate.awaitRelayed();
        assertThat(gauge("spool.depth")).isZero();
        assertThat(gauge("spool.crossings")).isZero();
        untilHealth(health -> health.getFigures().getAlarmed() == 1 && health.getSpoolDepth() == 0);
        assertThat(lastHealth().getFigures())
                .isEqualTo(PortalFigures.newBuilder()
                        .setAlarmed(1)
                        .setTimeToAlarmUs(micros)
                        .setSlowestTimeToAlarmUs(micros)
                        .build());
        assertThat(lastHealth().getConnects()).isEqualTo(1);
        assertThat(lastHealth().getClockSkewUs()).isEqualTo(Math.round(ofPortal("reader.clock.skew.seconds") * 1e6));
    }

    @Test
    void shouldShowNoFiguresOfAPortalThatIsWatchedNoMore() {
        ledger.publish(Topic.FACILITIES_PORTALS, gate.portal, null);

        // Not 0: it does not fail, it is gone.
        until(() -> Stream.of("portal.watching", "reader.disconnects")
                .allMatch(name -> gate.metrics.find("tallygate.gate." + name).gauge() == null));

        ledger.portal(gate.portal, gate.reader.port(), 600);
        until(() -> gate.metrics.find("tallygate.gate.portal.watching").gauge() != null);
        until(() -> ofPortal("portal.watching") == 1);
    }

    @Test
    void shouldCountEveryVerdictAndEveryLossOfTheReader() throws Exception {
        gate.reader.pass(Passage.of(OURS, Direction.IN)).join();
        until(() -> crossed("note", "RETURN_UNEXPECTED") == 1);
        ledger.permit("permit-f", ITEM, gate.portal, PermitState.ACTIVE);
        until(() -> gate.status().replica().permits() == 1);
        gate.reader.pass(Passage.of(OURS, Direction.OUT)).join();
        until(() -> crossed("allow", "PERMITTED") == 1);
        gate.reader.pass(Passage.of(FOREIGN, Direction.OUT)).join();
        until(() -> crossed("ignore", "FOREIGN_TAG") == 1);

        gate.reader.away();
        until(() -> ofPortal("portal.watching") == 0);
        gate.reader.back();
        gate.awaitWatching();

        assertThat(count("reader.connects")).isEqualTo(2);
        assertThat(ofPortal("reader.disconnects")).isPositive();
        assertThat(count("crossings")).isEqualTo(3);
        untilHealth(health -> health.getConnects() == 2);
        assertThat(lastHealth().getFigures())
                .isEqualTo(PortalFigures.newBuilder()
                        .setAllowed(1)
                        .setRecorded(1)
                        .setForeign(1)
                        .build());
        assertThat(crossings(ledger, OURS)).hasSize(2);
    }
}
