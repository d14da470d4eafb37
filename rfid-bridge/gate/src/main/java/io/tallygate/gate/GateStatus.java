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

    /** @param state WATCHING, CONNECTING or BLIND */
    public record PortalLine(
            String code, String reader, String state, String reason, String detail, long reads, boolean alarmOn) {}

    /** @param ageSeconds since the broker confirmed it; null while it is lost */
    public record ReplicaLine(
            int items, int permits, int portals, @Nullable Long ageSeconds, long unusableRecords) {}

    /** @param depth records not yet acknowledged by Kafka */
    public record SpoolLine(
            long depth, long bytes, long droppedReadBatches, long refusedRecords, int crossingsWaitingForDisk) {}
}
