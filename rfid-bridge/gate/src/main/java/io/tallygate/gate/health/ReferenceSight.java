package io.tallygate.gate.health;

import io.tallygate.gate.ledger.SightRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which antennas hear the reference tag. One cable that is cut leaves the tag in sight of the other antennas, and many readers go on
 * calling the antenna connected; yet without the antennas of one zone no crossing is found. So an antenna that has heard the tag steadily
 * is relied upon from then on, and is silent once it has not heard the tag for {@link SightRules#PATIENCE} although others have. One that
 * never heard it steadily may have it out of sight, and says nothing.
 *
 * <p>Steadily is: for the time of learning without a pause above 2 s. An antenna that hears the tag by chance, however long one waits, is
 * relied upon only if chance brings 2 reads a second and more, and then 8 s without any are no chance. The times are those at which
 * reports arrive. Told after every report, asked by the publisher; guarded by its owner.
 */
final class ReferenceSight {

    private static final long PATIENCE_MS = SightRules.PATIENCE.toMillis();
    private static final long STEADY_PAUSE_MS = PATIENCE_MS / 4;
    /** So long after it others still heard the tag: when it is taken away, all fall silent within moments of each other. */
    private static final long OTHERS_HEARD_MS = PATIENCE_MS / 2;

    /** Bit n for antenna n, as in all masks here. */
    private long ours;

    private final long learningMs;
    private final long[] heardMs = new long[Long.SIZE];
    private final long[] steadySinceMs = new long[Long.SIZE];
    private long reliedUpon;
    private long silent;
    private long anyHeardMs;
    private long anySinceMs;

    /** @param antennas of the portal; those beyond 63 are never relied upon */
    ReferenceSight(Set<Integer> antennas, Duration learning, Instant now) {
        learningMs = learning.toMillis();
        watch(antennas, now);
    }

    /** Learns from nothing, of those antennas. */
    void watch(Set<Integer> antennas, Instant now) {
        ours = antennas.stream()
                .filter(antenna -> antenna > 0 && antenna < Long.SIZE)
                .mapToLong(antenna -> 1L << antenna)
                .sum();
        forget(now);
    }

    /** Has patience anew: before the reader was ready it could not hear. Which antennas are relied upon stays, and which were silent. */
    void begin(Instant now) {
        anyHeardMs = now.toEpochMilli();
        anySinceMs = anyHeardMs;
    }

    /** Learns from nothing. */
    void forget(Instant now) {
        reliedUpon = 0;
        silent = 0;
        for (int antenna = 0; antenna < Long.SIZE; antenna++) {
            heardMs[antenna] = 0;
        }
        begin(now);
    }

    /**
     * These antennas have heard the tag; bit 0 for one that the reader does not name.
     *
     * @return whether one of them had been silent
     */
    boolean heard(long antennas, Instant moment) {
        if (antennas == 0) {
            return false;
        }
        long now = moment.toEpochMilli();
        if (now - anyHeardMs >= PATIENCE_MS) {
            // The tag was gone, for all of them.
            anySinceMs = now;
        }
        anyHeardMs = now;
        for (long rest = antennas & ours; rest != 0; rest &= rest - 1) {
            heard(Long.numberOfTrailingZeros(rest), now);
        }
        boolean back = (silent & antennas) != 0;
        silent &= ~antennas;
        return back;
    }

    private void heard(int antenna, long now) {
        if (now - heardMs[antenna] > STEADY_PAUSE_MS) {
            steadySinceMs[antenna] = now;
        }
        heardMs[antenna] = now;
        if (now - steadySinceMs[antenna] >= learningMs) {
            reliedUpon |= 1L << antenna;
        }
    }

    /** Whether an antenna that is relied upon is silent: from the moment it is until it hears the tag again. */
    boolean isAnySilent(Instant moment) {
        long now = moment.toEpochMilli();
        for (long rest = reliedUpon & ~silent; rest != 0; rest &= rest - 1) {
            int antenna = Long.numberOfTrailingZeros(rest);
            long sinceMs = Math.max(heardMs[antenna], anySinceMs);
            if (now - sinceMs >= PATIENCE_MS && anyHeardMs - sinceMs >= OTHERS_HEARD_MS) {
                silent |= 1L << antenna;
            }
        }
        return silent != 0;
    }

    Set<Integer> silent() {
        Set<Integer> antennas = new TreeSet<>();
        for (long rest = silent; rest != 0; rest &= rest - 1) {
            antennas.add(Long.numberOfTrailingZeros(rest));
        }
        return antennas;
    }

    /** When the one that has been silent for longest last heard it. */
    Instant silentSince() {
        long since = Long.MAX_VALUE;
        for (long rest = silent; rest != 0; rest &= rest - 1) {
            since = Math.min(since, heardMs[Long.numberOfTrailingZeros(rest)]);
        }
        return Instant.ofEpochMilli(since);
    }
}
