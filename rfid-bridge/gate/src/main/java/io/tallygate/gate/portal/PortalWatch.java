package io.tallygate.gate.portal;

import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.tallygate.gate.health.PortalHealthTracker;
import io.tallygate.gate.health.PortalSight;
import io.tallygate.gate.health.PortalWarning;
import io.tallygate.gate.health.PortalWarnings;
import io.tallygate.gate.ledger.PortalPlan;
import io.tallygate.gate.ledger.PowerBounds;
import io.tallygate.llrp.client.DisconnectReason;
import io.tallygate.llrp.client.GpoOutcome;
import io.tallygate.llrp.client.LlrpReaderClient;
import io.tallygate.llrp.client.ReaderCounters;
import io.tallygate.llrp.client.ReaderEvent;
import io.tallygate.llrp.client.ReaderListener;
import io.tallygate.llrp.client.ReaderSettings;
import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.control.SetupMessages;
import io.tallygate.llrp.control.TransmitPower;
import io.tallygate.llrp.report.ReaderClock;
import io.tallygate.llrp.report.TagReport;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One portal being watched: its reader's connection, its pipeline, its horn, its health. */
public final class PortalWatch implements ReaderListener, WatchFigures {
    private static final Logger LOG = LoggerFactory.getLogger(PortalWatch.class);
    private static final String OTHER_ROSPEC = "OTHER_ROSPEC";
    private static final String TRANSMIT_POWER = "TRANSMIT_POWER";

    private volatile PortalPlan plan;
    private final GateParts parts;
    private final LlrpReaderClient client;
    private final AlarmOutput alarm;
    private final HornFeedback horn;
    private final PortalPipeline pipeline;
    private final PortalHealthTracker health;
    private final PortalWarnings warnings;
    private final ScheduledFuture<?> flushing;
    /** Whether the reader is there; on its event loop. */
    private boolean ready;

    /** @param tls for a reader that speaks TLS, null for one that does not */
    public PortalWatch(PortalPlan plan, GateParts parts, EventLoopGroup loops, @Nullable SslContext tls) {
        this.plan = plan;
        this.parts = parts;
        this.health = new PortalHealthTracker(
                plan.code(), plan.antennas().keySet(), () -> this.plan.sight(), parts.antennaLearning(), parts.clock());
        this.warnings = PortalWarnings.of(plan.code().value(), parts.clock(), parts.warnings());
        this.client = new LlrpReaderClient(settings(plan), this, loops, tls);
        this.horn = new HornFeedback(this::plan, inputs(client), warnings, client.eventLoop());
        this.alarm = new AlarmOutput(this::plan, outputs(client), horn, warnings, client.eventLoop());
        this.pipeline = new PortalPipeline(this::plan, parts, alarm, health);
        this.flushing = client.eventLoop()
                .scheduleWithFixedDelay(
                        pipeline::flush, ReadBatcher.LONGEST_MS, ReadBatcher.LONGEST_MS, TimeUnit.MILLISECONDS);
    }

    private static ReaderSettings settings(PortalPlan plan) {
        List<Integer> antennas = plan.antennas().keySet().stream().sorted().toList();
        PowerBounds power = plan.reader().power();
        return ReaderSettings.of(plan.reader().host(), plan.reader().port(), antennas)
                .withPower(new TransmitPower(power.centiDbm(), power.byAntenna()));
    }

    private static ReaderOutputs outputs(LlrpReaderClient client) {
        return new ReaderOutputs() {
            @Override
            public CompletionStage<GpoOutcome> write(int port, boolean on) {
                return client.writeGpo(port, on);
            }

            @Override
            public CompletionStage<Optional<Boolean>> read(int port) {
                return client.readGpo(port);
            }
        };
    }

    private static ReaderInputs inputs(LlrpReaderClient client) {
        return new ReaderInputs() {
            @Override
            public CompletionStage<Optional<String>> watch(int port) {
                return client.watchInput(port);
            }

            @Override
            public CompletionStage<Optional<Boolean>> read(int port) {
                return client.readInput(port);
            }
        };
    }

    public void start() {
        parts.metrics().watching(plan.code(), this);
        client.start();
    }

    /** Silences the horn and says good-bye to the reader. */
    public CompletionStage<Void> stop() {
        parts.metrics().left(plan.code(), this);
        client.eventLoop().execute(() -> {
            flushing.cancel(false);
            alarm.silence();
            pipeline.flush();
        });
        return client.stop();
    }

    /** Whether {@code changed} can be watched over the connection there is. */
    boolean canBecome(PortalPlan changed) {
        return changed.reader().isAt(plan.reader());
    }

    void become(PortalPlan changed) {
        boolean rewired = changed.hornFeedback() != plan.hornFeedback();
        boolean readsOtherwise = !settings(changed).equals(settings(plan));
        plan = changed;
        if (rewired) {
            client.eventLoop().execute(this::beginHorn);
        }
        if (readsOtherwise) {
            client.eventLoop().execute(() -> readOtherwise(changed));
        }
    }

    private void readOtherwise(PortalPlan changed) {
        health.watchedWith(changed.antennas().keySet());
        // The reader is asked for its best again, and says anew what it does not take.
        warnings.over(TRANSMIT_POWER);
        warnings.over("REDUCED_ROSPEC");
        client.change(settings(changed));
    }

    private void beginHorn() {
        if (ready) {
            horn.begin();
            alarm.assertAgain();
        }
    }

    public PortalPlan plan() {
        return plan;
    }

    public PortalHealthTracker health() {
        return health;
    }

    public boolean isAlarmOn() {
        return alarm.isSounding();
    }

    /** What is wrong without blinding it. */
    public List<PortalWarning> warnings() {
        return warnings.all();
    }

    @Override
    public ReaderCounters counters() {
        return client.counters();
    }

    @Override
    public double clockSkewSeconds() {
        return pipeline.clockSkewSeconds();
    }

    @Override
    public boolean isWatching() {
        return health.sight() instanceof PortalSight.Watching;
    }

    /** What was decided here since the bridge was started. */
    public PortalTally tally() {
        return parts.metrics().tally(plan.code());
    }

    /** Tags reported since the watch began. */
    public long reads() {
        return client.counters().tags();
    }

    @Override
    public void onConnecting() {
        health.connecting();
        // They are looked at anew after every connect, and the reader may be another by now.
        warnings.over(TRANSMIT_POWER);
        warnings.over(OTHER_ROSPEC);
    }

    @Override
    public void onGreeting(ReaderClock clock, long readerMicros) {
        pipeline.onGreeting(clock, readerMicros);
    }

    @Override
    public void onReady(ReaderCapabilities capabilities) {
        ready = true;
        beginHorn();
        health.ready();
        parts.metrics().connected(plan.code());
    }

    @Override
    public void onTag(TagReport tag, long receivedNanos) {
        pipeline.onTag(tag, receivedNanos);
    }

    @Override
    public void onReportEnd(long receivedNanos) {
        pipeline.onReportEnd();
    }

    @Override
    public void onEvent(ReaderEvent event) {
        parts.metrics().readerEvent(plan.code(), event.getClass().getSimpleName());
        switch (event) {
            case ReaderEvent.AntennaChanged antenna -> health.antenna(antenna.antenna(), antenna.connected());
            case ReaderEvent.RoSpecChanged spec
            when spec.roSpecId() == SetupMessages.OUR_SPEC_ID -> health.reading(spec.started());
            case ReaderEvent.RoSpecChanged another -> LOG.debug("{}: {}", plan.code(), another);
            case ReaderEvent.OthersRun others -> othersRun(others.roSpecIds());
            case ReaderEvent.BufferFilling filling ->
                warnings.happened("BUFFER_FILLING", filling.percent() + " % of the reader's report buffer");
            case ReaderEvent.BufferOverflowed over ->
                warnings.happened("BUFFER_OVERFLOW", "the reader has lost reports");
            case ReaderEvent.ReaderFault fault -> warnings.happened("READER_FAULT", fault.message());
            case ReaderEvent.OtherClientTried other ->
                warnings.happened("OTHER_CLIENT", "another client tried to take the reader");
            case ReaderEvent.TakesLess less -> warnings.stands(less.what(), less.rejected());
            case ReaderEvent.InputChanged input -> horn.told(input.port(), input.high());
            case ReaderEvent.Other other -> LOG.debug("{}: {}", plan.code(), other);
        }
    }

    private void othersRun(SortedSet<Long> roSpecIds) {
        if (roSpecIds.isEmpty()) {
            warnings.over(OTHER_ROSPEC);
        } else {
            String ids = roSpecIds.stream().map(String::valueOf).collect(Collectors.joining(", "));
            warnings.stands(OTHER_ROSPEC, "ROSpecs " + ids + " run and are not ours");
        }
    }

    @Override
    public void onDisconnected(DisconnectReason reason, String detail) {
        ready = false;
        horn.end();
        pipeline.flush();
        health.lost(reason, detail);
    }
}
