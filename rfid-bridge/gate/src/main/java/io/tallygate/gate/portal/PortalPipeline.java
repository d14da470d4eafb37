package io.tallygate.gate.portal;

import io.tallygate.crossing.Crossing;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.TagObservation;
import io.tallygate.gate.health.PortalHealthTracker;
import io.tallygate.gate.ledger.PortalPlan;
import io.tallygate.gate.ledger.Tid;
import io.tallygate.gate.verdict.Judgement;
import io.tallygate.gate.verdict.Passage;
import io.tallygate.llrp.report.ReaderClock;
import io.tallygate.llrp.report.TagReport;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** From a tag in a report to the horn, and then to the spool. Lives on the reader's event loop. */
final class PortalPipeline {
    /** A reader that sends no strength still shows who sees the tag and who does not. */
    private static final double ASSUMED_RSSI_DBM = -60;

    /** The longest EPC that the air protocol can carry: 31 words. */
    private static final int MOST_EPC_BYTES = 62;

    private final Supplier<PortalPlan> plan;
    private final GateParts parts;
    private final AlarmOutput alarm;
    private final PortalHealthTracker health;
    private final ReadBatcher batcher;
    private final TunedDetector detector;
    private final ReadClock readClock = new ReadClock();
    private final TidMemory tids = new TidMemory();
    private final LateTids lateTids = new LateTids();
    private final List<Protected> decided = new ArrayList<>();
    private final List<DecidedCrossing> completed = new ArrayList<>();
    private long reportNanos = Long.MIN_VALUE;
    private long reportUs;
    private int reads;
    private int lateReads;
    private int referenceReads;
    private long antennasSeen;
    private long referenceHeard;
    private volatile double clockSkewSeconds = Double.NaN;

    /** @param slot its place in the journal */
    private record Protected(DecidedCrossing crossing, int slot) {}

    PortalPipeline(Supplier<PortalPlan> plan, GateParts parts, AlarmOutput alarm, PortalHealthTracker health) {
        this.health = health;
        this.plan = plan;
        this.parts = parts;
        this.alarm = alarm;
        this.detector = new TunedDetector(plan.get());
        this.batcher = new ReadBatcher(plan.get().code().value(), parts.spool(), nowUs());
    }

    /** What time the reader has now, before it reports what it has held back. */
    void onGreeting(ReaderClock clock, long readerUs) {
        if (readClock.greeted(clock, readerUs, nowUs())) {
            detector.reset();
        }
    }

    void onTag(TagReport tag, long receivedNanos) {
        if (tag.epcLength() < 1 || tag.epcLength() > MOST_EPC_BYTES) {
            parts.metrics().unusableRead(plan.get().code());
            return;
        }
        stampReport(receivedNanos);
        Epc epc = new Epc(tag.epcHex());
        boolean timed = tag.clock() != ReaderClock.NONE;
        long readerUs = timed ? seenUs(tag) : reportUs;
        ReadClock.Seen seen = readClock.align(tag.clock(), readerUs, reportUs);
        if (seen.restarted()) {
            detector.reset();
        }
        // What was held back tells of an antenna as it was.
        long antenna = seen.late() ? 0 : antennaBit(tag.antenna());
        antennasSeen |= antenna;
        if (epc.equals(plan.get().sight().referenceTag())) {
            // It stands still for ever and belongs to nobody.
            referenceReads++;
            referenceHeard |= antenna;
            return;
        }
        if (tag.hasTid()) {
            takeTid(epc, new Tid(tag.tidHex()), seen, receivedNanos);
        }
        TagObservation read = new TagObservation(
                readerUs,
                tag.antenna(),
                epc,
                rssi(tag),
                tag.phaseDegrees(),
                tag.dopplerHz(),
                Math.max(0, tag.channelIndex()));
        PortalPlan portal = plan.get();
        Crossing crossing = detector.onRead(portal, read);
        if (crossing != null) {
            decide(portal, crossing, seen, readerUs, receivedNanos);
        }
        reads++;
        lateReads += seen.late() ? 1 : 0;
        record(read, seen, Math.max(1, tag.seenCount()));
    }

    private void record(TagObservation read, ReadClock.Seen seen, int count) {
        String began = detector.takeBeginning();
        if (!began.isEmpty()) {
            batcher.beginAnew(began);
        }
        batcher.add(read, seen.epochUs(), count, reportUs);
    }

    /** Bit n for antenna n; bit 0, which is no antenna, for one that the reader does not name or that is beyond 63. */
    private static long antennaBit(int antenna) {
        return antenna > 0 && antenna < Long.SIZE ? 1L << antenna : 1;
    }

    private static long seenUs(TagReport tag) {
        return tag.lastSeenMicros() != TagReport.ABSENT ? tag.lastSeenMicros() : tag.firstSeenMicros();
    }

    private static double rssi(TagReport tag) {
        return tag.hasRssi() ? tag.rssiDbm() : ASSUMED_RSSI_DBM;
    }

    private void stampReport(long receivedNanos) {
        if (receivedNanos != reportNanos) {
            reportNanos = receivedNanos;
            reportUs = nowUs() - (System.nanoTime() - receivedNanos) / 1000;
        }
    }

    private void decide(PortalPlan portal, Crossing crossing, ReadClock.Seen seen, long readerUs, long receivedNanos) {
        Instant moment = Instant.EPOCH.plus(seen.epochUs(), ChronoUnit.MICROS);
        Passage passage = Passage.of(
                portal, crossing.epc(), crossing.direction(), tids.of(crossing.epc()), moment, parts.ledger());
        Judgement judgement = parts.rules().judge(passage);
        keep(
                new DecidedCrossing(crossing, passage, judgement, seen.epochUs() - readerUs, reportUs, 0, false, 0),
                seen,
                receivedNanos);
    }

    /** Sounds the alarm first, where there is one to sound: what was held back is for the ledger alone. */
    private void keep(DecidedCrossing crossing, ReadClock.Seen seen, long receivedNanos) {
        // Into mapped memory, microseconds before the horn: a kill between the two must not lose what was heard.
        int slot = crossing.judgement() instanceof Judgement.Ignore
                ? 0
                : parts.spool().protect(CrossingMessages.briefMessage(crossing));
        DecidedCrossing kept = crossing;
        if (crossing.judgement() instanceof Judgement.Alarm && !seen.late()) {
            alarm.sound();
            parts.metrics().alarmed(plan.get().code(), System.nanoTime() - receivedNanos);
            kept = crossing.alarmed(nowUs());
        }
        decided.add(new Protected(kept, slot));
        lateTids.decided(kept);
    }

    private void takeTid(Epc epc, Tid tid, ReadClock.Seen seen, long receivedNanos) {
        tids.saw(epc, tid);
        DecidedCrossing late = lateTids.saw(epc, tid, reportUs);
        if (late == null) {
            return;
        }
        if (late.isCompletion()) {
            // It is safe already, and was counted; only its chip would be lost in a kill.
            completed.add(late);
        } else {
            keep(late, seen, receivedNanos);
        }
    }

    void onReportEnd() {
        for (Protected next : decided) {
            Judgement judgement = next.crossing().judgement();
            parts.metrics().crossing(plan.get().code(), judgement);
            if (!(judgement instanceof Judgement.Ignore)) {
                parts.spool().keep(CrossingMessages.message(next.crossing()), next.slot());
            }
        }
        decided.clear();
        completed.forEach(crossing -> parts.spool().keepAgain(CrossingMessages.message(crossing)));
        completed.clear();
        health.saw(reads + referenceReads, antennasSeen, referenceHeard);
        parts.metrics().reads(plan.get().code(), reads);
        if (referenceReads > 0) {
            parts.metrics().referenceReads(plan.get().code(), referenceReads);
        }
        if (lateReads > 0) {
            parts.metrics().lateReads(plan.get().code(), lateReads);
        }
        reads = 0;
        lateReads = 0;
        referenceReads = 0;
        antennasSeen = 0;
        referenceHeard = 0;
        readClock.aheadUs().ifPresent(aheadUs -> clockSkewSeconds = aheadUs / 1e6);
        batcher.flushIfDue();
    }

    /** The reader's clock less ours; NaN while unknown. From any thread. */
    double clockSkewSeconds() {
        return clockSkewSeconds;
    }

    /** What is gathered goes to the spool although no report comes. */
    void flush() {
        batcher.flush();
    }

    private long nowUs() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, parts.clock().instant());
    }
}
