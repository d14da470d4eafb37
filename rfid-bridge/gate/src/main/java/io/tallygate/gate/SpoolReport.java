package io.tallygate.gate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tallygate.gate.relay.KafkaRelay;
import io.tallygate.gate.spool.SpoolLanes;
import io.tallygate.gate.spool.SpoolLimits;
import io.tallygate.gate.spool.SpoolState;
import io.tallygate.gate.spool.SpoolWriter;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How the way out stands, for the status and as metrics {@code tallygate.gate.spool.…} and {@code tallygate.gate.queue.…}. */
final class SpoolReport {
    private final SpoolLanes lanes;
    private final List<KafkaRelay> relays;
    private final SpoolLimits limits;

    SpoolReport(SpoolLanes lanes, List<KafkaRelay> relays, SpoolLimits limits) {
        this.lanes = lanes;
        this.relays = List.copyOf(relays);
        this.limits = limits;
    }

    GateStatus.SpoolLine line() {
        SpoolState reads = lanes.reads().state();
        SpoolState crossings = lanes.crossings().state();
        SpoolWriter.WriterState writer = lanes.writer().state();
        return new GateStatus.SpoolLine(
                reads.depth() + crossings.depth(),
                crossings.depth(),
                reads.bytes() + crossings.bytes(),
                limits.mostBytes(),
                Math.max(reads.oldestSeconds(), crossings.oldestSeconds()),
                writer.thinning().name(),
                writer.thinnedReads(),
                writer.droppedReads(),
                writer.waitingReads(),
                writer.waitingCrossings(),
                writer.lostCrossings(),
                lanes.recoveredCrossings(),
                relays.stream().mapToLong(KafkaRelay::refusedRecords).sum(),
                reads.syncFailures() + crossings.syncFailures(),
                lanes.setAside());
    }

    long depth() {
        return lanes.reads().state().depth() + lanes.crossings().state().depth();
    }

    /** Reads left out for want of room, one by one or with their batch. */
    long leftOutReads() {
        return writer().thinnedReads() + writer().droppedReads();
    }

    SpoolWriter.WriterState writer() {
        return lanes.writer().state();
    }

    /** Names of damaged files, since the start. */
    List<String> setAside() {
        return lanes.setAside();
    }

    void register(MeterRegistry registry) {
        gauge(
                registry,
                "queue.crossings",
                "Crossings not yet taken by the disk",
                GateStatus.SpoolLine::crossingsWaitingForDisk);
        gauge(registry, "queue.reads", "Reads not yet taken by the disk", GateStatus.SpoolLine::readsWaitingForDisk);
        gauge(registry, "spool.depth", "Records not yet in Kafka", GateStatus.SpoolLine::depth);
        gauge(registry, "spool.crossings", "Crossings not yet in Kafka", GateStatus.SpoolLine::crossings);
        gauge(registry, "spool.bytes", "On disk", GateStatus.SpoolLine::bytes);
        gauge(registry, "spool.bytes.most", "Allowed on disk", GateStatus.SpoolLine::mostBytes);
        gauge(
                registry,
                "spool.oldest.seconds",
                "How long the oldest record waits",
                GateStatus.SpoolLine::oldestSeconds);
        gauge(
                registry,
                "spool.thinned.reads",
                "Left out of batches for want of room",
                GateStatus.SpoolLine::thinnedReads);
        gauge(
                registry,
                "spool.dropped.reads",
                "Of batches given up for want of room",
                GateStatus.SpoolLine::droppedReads);
        gauge(registry, "spool.lost.crossings", "Given up; must stay 0", GateStatus.SpoolLine::lostCrossings);
        gauge(registry, "spool.refused.records", "That Kafka never takes", GateStatus.SpoolLine::refusedRecords);
        gauge(registry, "spool.sync.failures", "Refusals by the disk", GateStatus.SpoolLine::syncFailures);
        gauge(registry, "spool.set.aside", "Damaged files since the start", line -> line.setAside()
                .size());
    }

    private void gauge(
            MeterRegistry registry, String name, String meaning, ToDoubleFunction<GateStatus.SpoolLine> value) {
        Gauge.builder("tallygate.gate." + name, this, report -> value.applyAsDouble(report.line()))
                .description(meaning)
                .register(registry);
    }
}
