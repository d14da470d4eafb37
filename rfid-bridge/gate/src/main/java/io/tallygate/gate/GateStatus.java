package io.tallygate.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gate at a glance, for people and scripts on its host.
 *
 * @param replica what it knows
 * @param spool what it has not yet handed on
 */
public record GateStatus(List<PortalLine> portals, ReplicaLine replica, SpoolLine spool) {

    public GateStatus {
        portals = List.copyOf(portals);
    }

    /**
     * @param state WATCHING, CONNECTING or BLIND
     * @param tuning mark of its tuning, as in the rule version of its crossings; empty for the standard
     */
    public record PortalLine(
            String code,
            String reader,
            String state,
            String reason,
            String detail,
            long reads,
            boolean alarmOn,
            String tuning) {}

    /**
     * @param ageSeconds since the broker confirmed it; null while it is lost
     * @param setAside names of copies that could not be read or written any more, since the start
     */
    public record ReplicaLine(
            int items,
            int permits,
            int portals,
            @Nullable Long ageSeconds,
            long unusableRecords,
            List<String> setAside) {}

    /**
     * @param depth records not yet acknowledged by Kafka, crossings among them
     * @param bytes on disk, of {@code mostBytes} allowed
     * @param oldestSeconds how long the oldest of them waits
     * @param thinning how much of the reads is left out now: NONE, BY_SECOND, BY_TEN_SECONDS, ALL
     * @param thinnedReads left out of batches for want of room, since the start
     * @param droppedReads of whole batches given up for want of room, since the start
     * @param readsWaitingForDisk handed over, and not taken by the disk so far
     * @param crossingsWaitingForDisk decided, and not taken by the disk so far
     * @param lostCrossings given up because the disk took none for long, since the start
     * @param recoveredCrossings decided by a process that was killed and taken over at the start
     * @param refusedRecords that the broker will never take
     * @param setAside names of damaged files, since the start
     */
    public record SpoolLine(
            long depth,
            long crossings,
            long bytes,
            long mostBytes,
            long oldestSeconds,
            String thinning,
            long thinnedReads,
            long droppedReads,
            int readsWaitingForDisk,
            int crossingsWaitingForDisk,
            long lostCrossings,
            int recoveredCrossings,
            long refusedRecords,
            long syncFailures,
            List<String> setAside) {}
}
