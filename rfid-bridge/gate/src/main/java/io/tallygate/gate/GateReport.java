package io.tallygate.gate;

import io.tallygate.contracts.rfid.v1.PortalFigures;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.contracts.rfid.v1.PortalWarning;
import io.tallygate.crossing.TuningMark;
import io.tallygate.gate.health.PortalSight;
import io.tallygate.gate.health.PortalWarnings;
import io.tallygate.gate.ledger.PortalPlan;
import io.tallygate.gate.portal.PortalTally;
import io.tallygate.gate.portal.PortalWatch;
import io.tallygate.gate.portal.PortalWatches;
import io.tallygate.gate.replica.Replica;
import io.tallygate.gate.replica.ReplicaIndex;
import io.tallygate.gate.spool.SpoolWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells how the gate is, to Kafka and to its host. */
final class GateReport {
    private final PortalWatches watches;
    private final Replica replica;
    private final SpoolReport spool;
    private final Clock clock;
    /** What the disk has done to the bridge, and so to each of its portals. */
    private final PortalWarnings damage;

    private final Map<String, ReadRate> rates = new ConcurrentHashMap<>();

    GateReport(PortalWatches watches, Replica replica, SpoolReport spool, Clock clock) {
        this.watches = watches;
        this.replica = replica;
        this.spool = spool;
        this.clock = clock;
        this.damage = new PortalWarnings(clock);
    }

    List<PortalHealth> healths() {
        return watches.all().stream().map(this::health).toList();
    }

    private PortalHealth health(PortalWatch watch) {
        PortalSight sight = watch.health().sight();
        Instant now = clock.instant();
        String code = watch.plan().code().value();
        ReadRate rate = rates.computeIfAbsent(code, any -> new ReadRate());
        PortalHealth.Builder health = PortalHealth.newBuilder()
                .setPortalCode(code)
                .setState(state(sight))
                .setReason(sight.reason())
                .setDetail(sight.detail())
                .setSinceUs(micros(sight.since()))
                .setReportedAtUs(micros(now))
                .setReadsPerSecond(rate.at(now, watch.reads()))
                .setSpoolDepth(spool.depth())
                .setAlarmOn(watch.isAlarmOn())
                .setConnects(watch.counters().connects())
                .setThinnedReads(spool.leftOutReads())
                .setFigures(figures(watch.tally()));
        watch.warnings().forEach(warning -> health.addWarnings(warning(warning)));
        damages().forEach(warning -> health.addWarnings(warning(warning)));
        if (!Double.isNaN(watch.clockSkewSeconds())) {
            health.setClockSkewUs(Math.round(watch.clockSkewSeconds() * 1e6));
        }
        return health.build();
    }

    private PortalFigures figures(PortalTally tally) {
        SpoolWriter.WriterState writer = spool.writer();
        PortalFigures.Builder figures = PortalFigures.newBuilder()
                .setAlarmed(tally.alarmed())
                .setAllowed(tally.allowed())
                .setRecorded(tally.recorded())
                .setForeign(tally.foreign())
                .setQueuedCrossings(writer.waitingCrossings())
                .setQueuedReads(writer.waitingReads());
        if (tally.slowestNanos() > 0) {
            figures.setTimeToAlarmUs(tally.latestNanos() / 1000).setSlowestTimeToAlarmUs(tally.slowestNanos() / 1000);
        }
        return figures.build();
    }

    /** Stand until the next start: nobody but people can tell that the disk is in order again. */
    private List<io.tallygate.gate.health.PortalWarning> damages() {
        stands("SPOOL_SET_ASIDE", spool.setAside());
        stands("REPLICA_SET_ASIDE", replica.setAside());
        return damage.all();
    }

    private void stands(String code, List<String> setAside) {
        if (!setAside.isEmpty()) {
            damage.stands(code, String.join(", ", setAside));
        }
    }

    private static PortalWarning warning(io.tallygate.gate.health.PortalWarning warning) {
        return PortalWarning.newBuilder()
                .setCode(warning.code())
                .setDetail(warning.detail())
                .setSinceUs(micros(warning.since()))
                .build();
    }

    GateStatus status() {
        ReplicaIndex known = replica.index();
        Duration age = known.ageAt(clock.instant());
        return new GateStatus(
                watches.all().stream().map(GateReport::line).toList(),
                new GateStatus.ReplicaLine(
                        known.itemCount(),
                        known.permitCount(),
                        known.portals().size(),
                        age == null ? null : age.toSeconds(),
                        known.unusableRecords(),
                        replica.setAside()),
                spool.line());
    }

    private static GateStatus.PortalLine line(PortalWatch watch) {
        PortalSight sight = watch.health().sight();
        PortalPlan.ReaderAddress reader = watch.plan().reader();
        return new GateStatus.PortalLine(
                watch.plan().code().value(),
                reader.host() + ":" + reader.port(),
                state(sight).name(),
                sight.reason(),
                sight.detail(),
                watch.reads(),
                watch.isAlarmOn(),
                TuningMark.of(watch.plan().tuning()));
    }

    private static PortalState state(PortalSight sight) {
        return switch (sight) {
            case PortalSight.Watching watching -> PortalState.WATCHING;
            case PortalSight.Connecting connecting -> PortalState.CONNECTING;
            case PortalSight.Blind blind -> PortalState.BLIND;
        };
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
