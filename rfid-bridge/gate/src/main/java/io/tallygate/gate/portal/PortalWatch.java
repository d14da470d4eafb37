package io.tallygate.gate.portal;

import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.tallygate.gate.health.PortalHealthTracker;
import io.tallygate.gate.ledger.PortalPlan;
import io.tallygate.llrp.client.DisconnectReason;
import io.tallygate.llrp.client.LlrpReaderClient;
import io.tallygate.llrp.client.ReaderEvent;
import io.tallygate.llrp.client.ReaderListener;
import io.tallygate.llrp.client.ReaderSettings;
import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.report.TagReport;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One portal being watched: its reader's connection, its pipeline, its horn, its health. */
public final class PortalWatch implements ReaderListener {
    private volatile PortalPlan plan;
    private final GateParts parts;
    private final LlrpReaderClient client;
    private final AlarmOutput alarm;
    private final PortalPipeline pipeline;
    private final PortalHealthTracker health;
    private final ScheduledFuture<?> flushing;

    /** @param tls for a reader that speaks TLS, null for one that does not */
    public PortalWatch(PortalPlan plan, GateParts parts, EventLoopGroup loops, @Nullable SslContext tls) {
        this.plan = plan;
        this.parts = parts;
        this.health = new PortalHealthTracker(plan.code(), plan.antennas().keySet(), parts.clock());
        this.client = new LlrpReaderClient(settings(plan), this, loops, tls);
        this.alarm = new AlarmOutput(this::plan, client::writeGpo, client.eventLoop());
        this.pipeline = new PortalPipeline(this::plan, parts, alarm);
        this.flushing = client.eventLoop()
                .scheduleWithFixedDelay(
                        pipeline::flush, ReadBatcher.LONGEST_MS, ReadBatcher.LONGEST_MS, TimeUnit.MILLISECONDS);
    }

    private static ReaderSettings settings(PortalPlan plan) {
        List<Integer> antennas = plan.antennas().keySet().stream().sorted().toList();
        return ReaderSettings.of(plan.reader().host(), plan.reader().port(), antennas);
    }

    public void start() {
        client.start();
    }

    /** Silences the horn and says good-bye to the reader. */
    public CompletionStage<Void> stop() {
        client.eventLoop().execute(() -> {
            flushing.cancel(false);
            alarm.silence();
            pipeline.flush();
        });
        return client.stop();
    }

    /** Whether {@code changed} can be watched over the connection there is. */
    boolean canBecome(PortalPlan changed) {
        return changed.reader().equals(plan.reader()) && changed.antennas().equals(plan.antennas());
    }

    void become(PortalPlan changed) {
        plan = changed;
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

    /** Tags reported since the watch began. */
    public long reads() {
        return client.counters().tags();
    }

    @Override
    public void onConnecting() {
        health.connecting();
    }

    @Override
    public void onReady(ReaderCapabilities capabilities) {
        alarm.assertAgain();
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
        if (event instanceof ReaderEvent.AntennaChanged antenna) {
            health.antenna(antenna.antenna(), antenna.connected());
        }
    }

    @Override
    public void onDisconnected(DisconnectReason reason, String detail) {
        pipeline.flush();
        health.lost(reason, detail);
    }
}
