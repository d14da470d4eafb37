package io.tallygate.gate.desk;

import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.tallygate.contracts.rfid.v1.DeskSight;
import io.tallygate.contracts.rfid.v1.DeskTag;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.crossing.Epc;
import io.tallygate.gate.health.PortalHealthTracker;
import io.tallygate.gate.health.PortalSight;
import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.gate.ledger.PowerBounds;
import io.tallygate.gate.ledger.Tid;
import io.tallygate.gate.portal.ReadClock;
import io.tallygate.llrp.client.DisconnectReason;
import io.tallygate.llrp.client.LlrpReaderClient;
import io.tallygate.llrp.client.ReaderEvent;
import io.tallygate.llrp.client.ReaderListener;
import io.tallygate.llrp.client.ReaderSettings;
import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.control.SetupMessages;
import io.tallygate.llrp.control.TransmitPower;
import io.tallygate.llrp.report.ReaderClock;
import io.tallygate.llrp.report.TagReport;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One desk being watched: its reader's connection and what lies on it. */
final class DeskWatch implements ReaderListener {
    private static final Logger LOG = LoggerFactory.getLogger(DeskWatch.class);

    /** A reader that sends no strength: as strong as any, so that its tags count. */
    private static final double ASSUMED_RSSI_DBM = 0;

    /** The longest EPC that the air protocol can carry: 31 words. */
    private static final int MOST_EPC_BYTES = 62;

    private final DeskPlan plan;
    private final Clock clock;
    private final LlrpReaderClient client;
    private final PortalHealthTracker health;
    private final ReadClock readClock = new ReadClock();
    private final DeskTags tags = new DeskTags();
    /** Once refused, not asked for again. */
    private volatile boolean noTid;

    /** @param tls for a reader that speaks TLS, null for one that does not */
    DeskWatch(DeskPlan plan, EventLoopGroup loops, @Nullable SslContext tls, Clock clock) {
        this.plan = plan;
        this.clock = clock;
        this.health = new PortalHealthTracker(new PortalCode(plan.code()), Set.copyOf(plan.antennas()), clock);
        this.client = new LlrpReaderClient(settings(plan), this, loops, tls);
    }

    private static ReaderSettings settings(DeskPlan plan) {
        PowerBounds power = plan.reader().power();
        return ReaderSettings.of(plan.reader().host(), plan.reader().port(), plan.antennas())
                .withPower(new TransmitPower(power.centiDbm(), power.byAntenna()));
    }

    DeskPlan plan() {
        return plan;
    }

    void start() {
        client.start();
    }

    CompletionStage<Void> stop() {
        return client.stop();
    }

    boolean isWatching() {
        return health.sight() instanceof PortalSight.Watching;
    }

    /** As it is now. */
    DeskSight sight() {
        Instant now = clock.instant();
        PortalSight sight = health.sight();
        DeskSight.Builder message = DeskSight.newBuilder()
                .setDeskCode(plan.code())
                .setState(state(sight))
                .setReason(sight.reason())
                .setDetail(sight.detail())
                .setSinceUs(micros(sight.since()))
                .setReportedAtUs(micros(now))
                .setNoTid(noTid);
        tags.at(now).forEach(tag -> message.addTags(message(tag)));
        return message.build();
    }

    private static DeskTag message(SeenTag tag) {
        return DeskTag.newBuilder()
                .setEpc(tag.epc().hex())
                .setTid(tag.tid() == null ? "" : tag.tid().hex())
                .setRssiCentiDbm(Math.toIntExact(Math.round(tag.rssiDbm() * 100)))
                .setLastSeenUs(micros(tag.lastSeen()))
                .build();
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

    @Override
    public void onConnecting() {
        health.connecting();
    }

    @Override
    public void onGreeting(ReaderClock readerClock, long readerMicros) {
        if (readClock.greeted(readerClock, readerMicros, micros(clock.instant()))) {
            tags.clear();
        }
    }

    @Override
    public void onReady(ReaderCapabilities capabilities) {
        health.ready();
    }

    @Override
    public void onTag(TagReport tag, long receivedNanos) {
        double dbm = tag.hasRssi() ? tag.rssiDbm() : ASSUMED_RSSI_DBM;
        if (dbm < plan.weakestDbm() || tag.epcLength() < 1 || tag.epcLength() > MOST_EPC_BYTES) {
            return;
        }
        Instant now = clock.instant();
        // What the reader held back while nobody listened has long been taken away.
        if (!readClock.align(tag.clock(), seenUs(tag), micros(now)).late()) {
            tags.saw(new Epc(tag.epcHex()), tag.hasTid() ? new Tid(tag.tidHex()) : null, dbm, now);
        }
    }

    private static long seenUs(TagReport tag) {
        return tag.lastSeenMicros() != TagReport.ABSENT ? tag.lastSeenMicros() : tag.firstSeenMicros();
    }

    @Override
    public void onReportEnd(long receivedNanos) {
        // A tag is on the desk as soon as it is read; a report as a whole tells nothing more.
    }

    @Override
    public void onEvent(ReaderEvent event) {
        switch (event) {
            case ReaderEvent.AntennaChanged antenna -> health.antenna(antenna.antenna(), antenna.connected());
            case ReaderEvent.RoSpecChanged spec -> roSpec(spec);
            case ReaderEvent.OthersRun others -> LOG.debug("desk {}: {}", plan.code(), others);
            case ReaderEvent.TakesLess less -> takesLess(less);
            case ReaderEvent.ReaderFault fault -> LOG.warn("desk {}: {}", plan.code(), fault.message());
            case ReaderEvent.BufferFilling filling -> LOG.debug("desk {}: {}", plan.code(), filling);
            case ReaderEvent.BufferOverflowed over -> LOG.debug("desk {}: {}", plan.code(), over);
            case ReaderEvent.OtherClientTried tried -> LOG.debug("desk {}: {}", plan.code(), tried);
            case ReaderEvent.InputChanged input -> LOG.debug("desk {}: {}", plan.code(), input);
            case ReaderEvent.Other other -> LOG.debug("desk {}: {}", plan.code(), other);
        }
    }

    private void roSpec(ReaderEvent.RoSpecChanged spec) {
        if (spec.roSpecId() == SetupMessages.OUR_SPEC_ID) {
            health.reading(spec.started());
        }
    }

    private void takesLess(ReaderEvent.TakesLess less) {
        LOG.info("desk {}: {} {}", plan.code(), less.what(), less.rejected());
        if (less.what().equals("NO_TID")) {
            noTid = true;
        }
    }

    @Override
    public void onDisconnected(DisconnectReason reason, String detail) {
        tags.clear();
        health.lost(reason, detail);
    }
}
