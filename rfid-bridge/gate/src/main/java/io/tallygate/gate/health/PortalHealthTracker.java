package io.tallygate.gate.health;

import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.llrp.client.DisconnectReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Follows one portal. Told by the reader's event loop, asked by the publisher. */
public final class PortalHealthTracker {
    /** With a keepalive missed after 5 s this makes a silent reader BLIND within 8 s, a closed one within 3 s. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PortalCode portal;
    private final Set<Integer> antennas;
    private final Set<Integer> lostAntennas = new TreeSet<>();
    private final Clock clock;
    private PortalSight sight;
    private boolean connected;

    public PortalHealthTracker(PortalCode portal, Set<Integer> antennas, Clock clock) {
        this.portal = portal;
        this.antennas = Set.copyOf(antennas);
        this.clock = clock;
        this.sight = new PortalSight.Connecting(clock.instant(), "NOT_CONNECTED", "");
    }

    public PortalCode portal() {
        return portal;
    }

    /** A try by itself changes nothing: it is still not seen, for as long and for the same reason as before. */
    public synchronized void connecting() {
        connected = false;
    }

    public synchronized void ready() {
        connected = true;
        lostAntennas.clear();
        sight = new PortalSight.Watching(clock.instant());
    }

    public synchronized void lost(DisconnectReason reason, String detail) {
        connected = false;
        Instant now = clock.instant();
        sight = switch (sight) {
            case PortalSight.Watching watching -> new PortalSight.Connecting(now, code(reason, detail), detail);
            case PortalSight.Connecting trying ->
                new PortalSight.Connecting(trying.since(), code(reason, detail), detail);
            case PortalSight.Blind blind -> new PortalSight.Blind(blind.since(), code(reason, detail), detail);
        };
    }

    public synchronized void antenna(int antenna, boolean isConnected) {
        if (!antennas.contains(antenna)) {
            return;
        }
        boolean changed = isConnected ? lostAntennas.remove(antenna) : lostAntennas.add(antenna);
        if (changed && connected) {
            sight = lostAntennas.isEmpty()
                    ? new PortalSight.Watching(clock.instant())
                    : new PortalSight.Blind(clock.instant(), "ANTENNA_LOST", "antennas " + lostAntennas);
        }
    }

    /** What it sees now; patience with a lost reader ends here. */
    public synchronized PortalSight sight() {
        if (sight instanceof PortalSight.Connecting trying
                && !clock.instant().isBefore(trying.since().plus(PATIENCE))) {
            sight = new PortalSight.Blind(trying.since(), trying.reason(), trying.detail());
        }
        return sight;
    }

    private static String code(DisconnectReason reason, String detail) {
        return switch (reason) {
            case CONNECT_FAILED -> "CONNECTION_REFUSED";
            case REFUSED_BY_READER -> "REFUSED_BY_READER";
            case SETUP_REJECTED -> detail.contains("ROSPEC") ? "ROSPEC_REJECTED" : "SETUP_REJECTED";
            case SETUP_TIMEOUT -> "SETUP_TIMEOUT";
            case ANTENNAS_MISSING -> "ANTENNAS_MISSING";
            case KEEPALIVE_MISSED, CLOSED_BY_READER, IO_ERROR -> "CONNECTION_LOST";
            case MALFORMED_FRAME, MALFORMED_REPORT, MALFORMED_MESSAGE -> "PROTOCOL_ERROR";
            case STOPPED -> "STOPPED";
        };
    }
}
