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

/** How the way out stands, for the status and as metrics {@code tallygate.gate.spool.…}. */
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
        SpoolWriter.WriterState writer = lanes.writer().state();
        return writer.thinnedReads() + writer.droppedReads();
    }

    void register(MeterRegistry registry) {
        gauge(registry, "depth", "Records not yet in Kafka", GateStatus.SpoolLine::depth);
        gauge(registry, "crossings", "Crossings not yet in Kafka", GateStatus.SpoolLine::crossings);
        gauge(registry, "bytes", "On disk", GateStatus.SpoolLine::bytes);
        gauge(registry, "bytes.most", "Allowed on disk", GateStatus.SpoolLine::mostBytes);
        gauge(registry, "oldest.seconds", "How long the oldest record waits", GateStatus.SpoolLine::oldestSeconds);
        gauge(registry, "thinned.reads", "Left out of batches for want of room", GateStatus.SpoolLine::thinnedReads);
        gauge(registry, "dropped.reads", "Of batches given up for want of room", GateStatus.SpoolLine::droppedReads);
        gauge(registry, "lost.crossings", "Given up; must stay 0", GateStatus.SpoolLine::lostCrossings);
        gauge(registry, "refused.records", "That Kafka never takes", GateStatus.SpoolLine::refusedRecords);
        gauge(registry, "sync.failures", "Refusals by the disk", GateStatus.SpoolLine::syncFailures);
        gauge(registry, "set.aside", "Damaged files since the start", line -> line.setAside()
                .size());
    }

    private void gauge(
            MeterRegistry registry, String name, String meaning, ToDoubleFunction<GateStatus.SpoolLine> value) {
        Gauge.builder("tallygate.gate.spool." + name, this, report -> value.applyAsDouble(report.line()))
                .description(meaning)
                .register(registry);
    }
}
