package io.tallygate.gate.portal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.gate.verdict.Judgement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What a gate counts. Names are {@code tallygate.gate.…}; portals are tags. */
public final class GateMetrics {
    private final MeterRegistry registry;
    private final Timer timeToAlarm;

    public GateMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.timeToAlarm = Timer.builder("tallygate.gate.time.to.alarm")
                .description("From the arrival of the deciding report to the alarm write handed to the socket")
                .publishPercentiles(0.5, 0.99)
                .serviceLevelObjectives(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(50))
                .register(registry);
    }

    void reads(PortalCode portal, int count) {
        registry.counter("tallygate.gate.reads", "portal", portal.value()).increment(count);
    }

    void lateReads(PortalCode portal, int count) {
        registry.counter("tallygate.gate.reads.late", "portal", portal.value()).increment(count);
    }

    void unusableRead(PortalCode portal) {
        registry.counter("tallygate.gate.reads.unusable", "portal", portal.value())
                .increment();
    }

    void crossing(PortalCode portal, Judgement judgement) {
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

    void alarmed(long nanos) {
        timeToAlarm.record(nanos, TimeUnit.NANOSECONDS);
    }

    void connected(PortalCode portal) {
        registry.counter("tallygate.gate.reader.connects", "portal", portal.value())
                .increment();
    }
}
