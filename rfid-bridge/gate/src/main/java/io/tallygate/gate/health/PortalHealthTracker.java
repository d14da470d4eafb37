package io.tallygate.gate.health;

import io.tallygate.crossing.Epc;
import io.tallygate.gate.health.ReadFloor.Missing;
import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.gate.ledger.SightRules;
import io.tallygate.llrp.client.DisconnectReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows one portal. Told by the reader's event loop, asked by the publisher. */
public final class PortalHealthTracker {
    /** With a keepalive missed after 5 s this makes a silent reader BLIND within 8 s, a closed one within 3 s. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PortalCode portal;
    private final Supplier<SightRules> rules;
    private final Set<Integer> lostAntennas = new TreeSet<>();
    private final Clock clock;
    private final ReadFloor floor;
    private final ReferenceSight reference;
    private @Nullable Epc referenceTag;
    private Set<Integer> antennas;
    private PortalSight sight;
    private boolean connected;
    private @Nullable Instant antennaLostAt;
    private @Nullable Instant readingStoppedAt;

    /** Of a portal with neither a reference tag nor a floor. */
    public PortalHealthTracker(PortalCode portal, Set<Integer> antennas, Clock clock) {
        this(portal, antennas, () -> SightRules.NONE, SightRules.LEARNING, clock);
    }

    /**
     * @param rules asked each time: the ledger may change them
     * @param learning how long an antenna has heard the reference tag steadily before it is relied upon to hear it
     */
    public PortalHealthTracker(
            PortalCode portal, Set<Integer> antennas, Supplier<SightRules> rules, Duration learning, Clock clock) {
        this.portal = portal;
        this.antennas = Set.copyOf(antennas);
        this.rules = rules;
        this.clock = clock;
        this.floor = new ReadFloor(clock.instant());
        this.reference = new ReferenceSight(antennas, learning, clock.instant());
        this.sight = new PortalSight.Connecting(clock.instant(), "NOT_CONNECTED", "");
    }

    public PortalCode portal() {
        return portal;
    }

    /**
     * It is watched with those antennas from now on: what the others did is no fault any more. With another power each hears the reference
     * tag otherwise, so that is learnt anew.
     */
    public synchronized void watchedWith(Set<Integer> changed) {
        antennas = Set.copyOf(changed);
        reference.watch(antennas, clock.instant());
        if (lostAntennas.retainAll(antennas)) {
            antennaLostAt = lostAntennas.isEmpty() ? null : antennaLostAt;
        }
        look();
    }

    /** A try by itself changes nothing: it is still not seen, for as long and for the same reason as before. */
    public synchronized void connecting() {
        connected = false;
        // Of its antennas the reader tells anew while it is set up, before it is ready.
        lostAntennas.clear();
        antennaLostAt = null;
        readingStoppedAt = null;
    }

    public synchronized void ready() {
        connected = true;
        floor.begin(clock.instant());
        reference.begin(clock.instant());
        sight = new PortalSight.Watching(clock.instant());
        look();
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
        if (changed) {
            antennaLostAt = lostAntennas.isEmpty() ? null : clock.instant();
            look();
        }
    }

    /** Whether our ROSpec runs. */
    public synchronized void reading(boolean running) {
        if (running) {
            readingStoppedAt = null;
        } else if (readingStoppedAt == null) {
            readingStoppedAt = clock.instant();
        }
        look();
    }

    /**
     * A report was read. What the reader had held back counts as reads and tells nothing of its antennas.
     *
     * @param antennasSeen bit n for antenna n, up to 63: an antenna that reads is not lost, whatever the reader says of it
     * @param referenceHeard the antennas among them that read the reference tag; bit 0 for one that the reader does not name
     */
    public synchronized void saw(int reads, long antennasSeen, long referenceHeard) {
        Instant now = clock.instant();
        rules();
        floor.saw(reads, referenceHeard != 0, now);
        boolean back = reference.heard(referenceHeard, now);
        if (!lostAntennas.isEmpty()
                && lostAntennas.removeIf(antenna -> antenna < Long.SIZE && (antennasSeen >>> antenna & 1) != 0)) {
            antennaLostAt = lostAntennas.isEmpty() ? null : antennaLostAt;
            back = true;
        }
        if (back) {
            look();
        }
    }

    /** Another reference tag is heard by other antennas: what was learnt of the one before is void. */
    private SightRules rules() {
        SightRules now = rules.get();
        if (!Objects.equals(now.referenceTag(), referenceTag)) {
            referenceTag = now.referenceTag();
            floor.beginReference(clock.instant());
            reference.forget(clock.instant());
        }
        return now;
    }

    /** When a tag was last read; the epoch for never. */
    public synchronized Instant lastRead() {
        return floor.lastRead();
    }

    /** What it sees now; patience with a lost reader ends here. */
    public synchronized PortalSight sight() {
        if (connected) {
            look();
        } else if (sight instanceof PortalSight.Connecting trying && isOver(trying.since())) {
            sight = new PortalSight.Blind(trying.since(), trying.reason(), trying.detail());
        }
        return sight;
    }

    private boolean isOver(Instant since) {
        return !clock.instant().isBefore(since.plus(PATIENCE));
    }

    private void look() {
        if (!connected) {
            return;
        }
        Optional<PortalSight> fault = fault();
        if (fault.isPresent()) {
            sight = fault.get();
        } else if (!(sight instanceof PortalSight.Watching)) {
            sight = new PortalSight.Watching(clock.instant());
        }
    }

    private Optional<PortalSight> fault() {
        Instant now = clock.instant();
        SightRules wanted = rules();
        boolean silent = reference.isAnySilent(now);
        if (antennaLostAt != null) {
            return Optional.of(new PortalSight.Blind(antennaLostAt, "ANTENNA_LOST", lostDetail()));
        }
        if (silent) {
            return Optional.of(new PortalSight.Blind(since(reference.silentSince()), "ANTENNA_LOST", lostDetail()));
        }
        if (readingStoppedAt != null) {
            return Optional.of(
                    isOver(readingStoppedAt)
                            ? new PortalSight.Blind(readingStoppedAt, "READING_STOPPED", "")
                            : new PortalSight.Connecting(readingStoppedAt, "READING_STOPPED", ""));
        }
        Optional<Missing> missing = floor.missing(wanted, now);
        return missing.map(what -> new PortalSight.Blind(since(what.since()), what.reason(), what.detail()));
    }

    /** What is found out afterwards began before, but not before what was told until now: that would be blindness of its own. */
    private Instant since(Instant began) {
        return began.isBefore(sight.since()) ? sight.since() : began;
    }

    /** By whom each antenna is called lost. */
    private String lostDetail() {
        Set<Integer> silent = reference.silent();
        silent.removeAll(lostAntennas);
        String told = lostAntennas.isEmpty() ? "" : "antennas " + lostAntennas;
        String heard = silent.isEmpty() ? "" : "antennas " + silent + " no longer hear the reference tag";
        return told + (told.isEmpty() || heard.isEmpty() ? "" : ", ") + heard;
    }

    private static String code(DisconnectReason reason, String detail) {
        return switch (reason) {
            case CONNECT_FAILED -> "CONNECTION_REFUSED";
            case TLS_FAILED -> "TLS_FAILED";
            case REFUSED_BY_READER -> "REFUSED_BY_READER";
            case SETUP_REJECTED -> detail.contains("ROSPEC") ? "ROSPEC_REJECTED" : "SETUP_REJECTED";
            case SETUP_TIMEOUT -> "SETUP_TIMEOUT";
            case ANTENNAS_MISSING -> "ANTENNAS_MISSING";
            case READING_STOPPED -> "READING_STOPPED";
            case KEEPALIVE_MISSED, ANSWERS_MISSED, CLOSED_BY_READER, IO_ERROR -> "CONNECTION_LOST";
            case MALFORMED_FRAME, MALFORMED_REPORT, MALFORMED_MESSAGE -> "PROTOCOL_ERROR";
            case STOPPED -> "STOPPED";
        };
    }
}
