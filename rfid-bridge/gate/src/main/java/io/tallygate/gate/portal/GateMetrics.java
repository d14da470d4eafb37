package io.tallygate.gate.portal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.gate.verdict.Judgement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** What a gate counts. Names are {@code tallygate.gate.…}; portals are tags. */
public final class GateMetrics {
    private static final String READS = "tallygate.gate.reads";
    private static final String LATE_READS = "tallygate.gate.reads.late";
    private static final String UNUSABLE_READS = "tallygate.gate.reads.unusable";
    private static final String REFERENCE_READS = "tallygate.gate.reads.reference";

    private final MeterRegistry registry;
    private final Map<PortalCode, Timer> timesToAlarm = new ConcurrentHashMap<>();
    private final Map<PortalCode, PortalTally> tallies = new ConcurrentHashMap<>();
    private final Map<PortalCode, WatchFigures> watched = new ConcurrentHashMap<>();
    private final Map<PortalCode, List<Gauge>> gauges = new ConcurrentHashMap<>();

    public GateMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Stays the same however often the portal is watched anew. */
    PortalTally tally(PortalCode portal) {
        return tallies.computeIfAbsent(portal, any -> new PortalTally());
    }

    private Timer timeToAlarm(PortalCode portal) {
        return timesToAlarm.computeIfAbsent(portal, code -> Timer.builder("tallygate.gate.time.to.alarm")
                .description("From the arrival of the deciding report to the alarm write handed to the socket")
                .tag("portal", code.value())
                .publishPercentiles(0.5, 0.99)
                .serviceLevelObjectives(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(50))
                .register(registry));
    }

    void reads(PortalCode portal, int count) {
        counter(portal, READS).increment(count);
    }

    void lateReads(PortalCode portal, int count) {
        counter(portal, LATE_READS).increment(count);
    }

    void unusableRead(PortalCode portal) {
        counter(portal, UNUSABLE_READS).increment();
    }

    void crossing(PortalCode portal, Judgement judgement) {
        tally(portal).decided(judgement);
        String verdict = judgement.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        registry.counter(
                        "tallygate.gate.crossings",
                        "portal",
                        portal.value(),
                        "verdict",
                        verdict,
                        "reason",
                        judgement.reason().name())
                .increment();
    }

    void alarmed(PortalCode portal, long nanos) {
        timeToAlarm(portal).record(nanos, TimeUnit.NANOSECONDS);
        tally(portal).sounded(nanos);
    }

    /** What the reader said about itself, or was found out about it. */
    void readerEvent(PortalCode portal, String kind) {
        registry.counter("tallygate.gate.reader.events", "portal", portal.value(), "kind", kind)
                .increment();
    }

    void referenceReads(PortalCode portal, int count) {
        counter(portal, REFERENCE_READS).increment(count);
    }

    private Counter counter(PortalCode portal, String name) {
        return registry.counter(name, "portal", portal.value());
    }

    /** Shows the figures of a portal that is watched; those of an earlier watch of it are no longer shown. */
    void watching(PortalCode portal, WatchFigures figures) {
        if (watched.put(portal, figures) == null) {
            // There before the first alarm, which must not wait for it.
            timeToAlarm(portal);
            // At nought from the first: one that begins to be there shows no growth.
            List.of(READS, LATE_READS, UNUSABLE_READS, REFERENCE_READS).forEach(name -> counter(portal, name));
            gauges.put(
                    portal,
                    List.of(
                            figure(portal, "reader.clock.skew.seconds", WatchFigures::clockSkewSeconds),
                            figure(portal, "portal.watching", it -> it.isWatching() ? 1 : 0),
                            figure(portal, "reader.malformed", it -> it.counters()
                                    .malformed()),
                            figure(portal, "reader.skipped.parameters", it -> it.counters()
                                    .skippedParameters()),
                            figure(portal, "reader.skipped.messages", it -> it.counters()
                                    .skippedMessages()),
                            figure(portal, "reader.reading.restarts", it -> it.counters()
                                    .readingRestarts()),
                            figure(portal, "reader.disconnects", it -> it.counters()
                                    .disconnects())));
        }
    }

    /** Shows the figures of a watch no more, unless another has taken its place: a portal that is gone is not one that fails. */
    void left(PortalCode portal, WatchFigures figures) {
        if (watched.remove(portal, figures)) {
            gauges.getOrDefault(portal, List.of()).forEach(registry::remove);
        }
    }

    private Gauge figure(PortalCode portal, String name, ToDoubleFunction<WatchFigures> read) {
        return Gauge.builder("tallygate.gate." + name, watched, all -> {
                    WatchFigures figures = all.get(portal);
                    return figures == null ? Double.NaN : read.applyAsDouble(figures);
                })
                .tag("portal", portal.value())
                .register(registry);
    }

    void connected(PortalCode portal) {
        registry.counter("tallygate.gate.reader.connects", "portal", portal.value())
                .increment();
    }
}
