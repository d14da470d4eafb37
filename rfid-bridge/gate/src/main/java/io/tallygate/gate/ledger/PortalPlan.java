package io.tallygate.gate.ledger;

import io.tallygate.crossing.CrossingTuning;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.Zone;
import java.time.Duration;
import java.util.Map;

/**
 * A portal as it is to be watched.
 *
 * @param antennas antenna number to zone; at least one of each zone
 * @param alarmPort GPO port that sounds the alarm, from 1
 * @param hornFeedback GPI port that a contact of the horn drives, high while it sounds, from 1; 0 for none
 * @param alarmTime how long an alarm sounds
 * @param maxReplicaAge how old the gate's copy of the ledger may be before the fail mode rules
 * @param sight how it notices that it sees nothing
 * @param tuning of its crossing detector
 */
public record PortalPlan(
        PortalCode code,
        String roomCode,
        ReaderAddress reader,
        Map<Integer, Zone> antennas,
        int alarmPort,
        int hornFeedback,
        Duration alarmTime,
        FailMode failMode,
        Duration maxReplicaAge,
        SightRules sight,
        CrossingTuning tuning) {

    /** @throws IllegalArgumentException when the portal cannot be watched as described; the message says why */
    public PortalPlan {
        antennas = Map.copyOf(antennas);
        new PortalLayout(code.value(), antennas);
        if (alarmPort < 1 || alarmPort > 0xFFFF) {
            throw new IllegalArgumentException("portal " + code + " has no alarm output " + alarmPort);
        }
        if (hornFeedback < 0 || hornFeedback > 0xFFFF) {
            throw new IllegalArgumentException("portal " + code + " has no horn contact at input " + hornFeedback);
        }
        if (alarmTime.isNegative() || alarmTime.isZero()) {
            throw new IllegalArgumentException("portal " + code + " would not sound its alarm at all");
        }
    }

    /** A portal with neither a contact of its horn nor a reference tag nor a floor, tuned as standard. */
    public PortalPlan(
            PortalCode code,
            String roomCode,
            ReaderAddress reader,
            Map<Integer, Zone> antennas,
            int alarmPort,
            Duration alarmTime,
            FailMode failMode,
            Duration maxReplicaAge) {
        this(
                code,
                roomCode,
                reader,
                antennas,
                alarmPort,
                0,
                alarmTime,
                failMode,
                maxReplicaAge,
                SightRules.NONE,
                CrossingTuning.standard());
    }

    public PortalLayout layout() {
        return new PortalLayout(code.value(), antennas);
    }

    /**
     * Where its reader listens for LLRP.
     *
     * @param tlsPin SHA-256 of the one certificate it may show, upper-case hexadecimal digits; empty for none
     * @param power that its antennas may send with
     */
    public record ReaderAddress(String host, int port, boolean tls, String tlsPin, PowerBounds power) {

        /** Whether it is the same reader, reached in the same way, however strongly it sends. */
        public boolean isAt(ReaderAddress other) {
            return host.equals(other.host) && port == other.port && tls == other.tls && tlsPin.equals(other.tlsPin);
        }

        /** Without a pin, sending as it is set to. */
        public ReaderAddress(String host, int port, boolean tls) {
            this(host, port, tls, "", PowerBounds.NONE);
        }

        public ReaderAddress {
            if (host.isBlank() || port < 1 || port > 0xFFFF) {
                throw new IllegalArgumentException("no reader at " + host + ":" + port);
            }
            if (!tlsPin.isEmpty() && !(tls && tlsPin.matches("[0-9A-F]{64}"))) {
                throw new IllegalArgumentException("a pin is a SHA-256 fingerprint, and needs TLS");
            }
        }
    }
}
