package io.tallygate.facilities.portal.domain;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A portal as it stands.
 *
 * @param antennas in the order of their ids
 * @param gpoAlarm output port of the reader that sounds the alarm, from 1
 * @param hornFeedbackGpi input port of the reader that a contact of the horn drives, from 1; null for none
 * @param alarmSeconds how long it sounds
 * @param maxReplicaAgeSeconds how old the gate's copy of the ledger may be before the fail mode rules
 * @param sight how it notices that it sees nothing
 * @param tuning of the crossing detector
 * @param active whether it is up: one taken down is not watched, alarms nobody and leaves its reader to others, and can be put up again
 * @param version counts the changes, from 0
 */
public record Portal(
        String code,
        String roomCode,
        Reader reader,
        List<Antenna> antennas,
        int gpoAlarm,
        @Nullable Integer hornFeedbackGpi,
        int alarmSeconds,
        FailMode failMode,
        int maxReplicaAgeSeconds,
        Sight sight,
        Tuning tuning,
        boolean active,
        long version) {

    public Portal {
        antennas =
                antennas.stream().sorted(Comparator.comparingInt(Antenna::id)).toList();
    }

    /** The antennas that look at this side. */
    public List<Antenna> antennasOf(Zone zone) {
        return antennas.stream().filter(antenna -> antenna.zone() == zone).toList();
    }

    /** The same portal at another version. */
    public Portal at(long otherVersion) {
        return new Portal(
                code,
                roomCode,
                reader,
                antennas,
                gpoAlarm,
                hornFeedbackGpi,
                alarmSeconds,
                failMode,
                maxReplicaAgeSeconds,
                sight,
                tuning,
                active,
                otherVersion);
    }
}
