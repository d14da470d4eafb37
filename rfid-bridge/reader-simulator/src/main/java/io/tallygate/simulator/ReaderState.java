package io.tallygate.simulator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A look at a simulated reader.
 *
 * @param mode ONLINE, AWAY (its port is closed) or FROZEN (connections stay and nothing moves)
 * @param connected whether a client holds it
 * @param reading whether a ROSpec is started
 * @param reportsSent reports written to a client
 * @param reportsHeld reports waiting for a client to ask for them
 * @param reportsDropped reports made while no ROSpec read or nobody was to get them
 * @param keepalivesAcknowledged KEEPALIVE_ACKs that carried the id of the KEEPALIVE
 * @param keepalivesMismatched KEEPALIVE_ACKs that carried another
 * @param gpo each output and whether it is on
 * @param gpoHistory writes, oldest first
 * @param clientVersion of the client's last message: 1 for LLRP 1.0.1, 2 for 1.1, 0 before the first
 * @param powersDbm the power that its started ROSpecs name, by antenna, 0 for all of them; empty where they name none
 * @param certificateSha256 fingerprint of what it shows over TLS, null for a reader in the clear
 */
public record ReaderState(
        String code,
        int port,
        Mode mode,
        boolean connected,
        boolean reading,
        long reportsSent,
        long reportsHeld,
        long reportsDropped,
        long keepalivesAcknowledged,
        long keepalivesMismatched,
        Map<Integer, Boolean> gpo,
        List<GpoBank.Change> gpoHistory,
        int clientVersion,
        Map<Integer, Double> powersDbm,
        @Nullable String certificateSha256) {

    /** How reachable it is. */
    public enum Mode {
        ONLINE,
        AWAY,
        FROZEN
    }
}
