package io.tallygate.gate.ledger;

import io.tallygate.crossing.Epc;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a portal notices that it sees nothing although its reader is connected.
 *
 * @param referenceTag a tag fixed within sight of the antennas; null for none
 * @param minReadsPerMinute fewer reads than this are no sight; 0 for no floor
 */
public record SightRules(@Nullable Epc referenceTag, int minReadsPerMinute) {

    /** Neither a reference tag nor a floor. */
    public static final SightRules NONE = new SightRules(null, 0);

    /** The longest silence of the reference tag at all antennas or at one, and the shortest time over which reads are counted. */
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    /** How long an antenna has heard the reference tag steadily before its silence means that it is lost. */
    public static final Duration LEARNING = Duration.ofMinutes(2);

    /** So many reads are expected within the time they are counted over, so that a short lull is not taken for a failure. */
    private static final int EXPECTED_READS = 8;

    public SightRules {
        if (minReadsPerMinute < 0 || minReadsPerMinute > 60_000) {
            throw new IllegalArgumentException("a floor of " + minReadsPerMinute + " reads a minute");
        }
    }

    /**
     * Over what time the floor is measured: {@link #PATIENCE} from 60 reads a minute on. Lower floors are no longer taken when a portal is
     * configured; one that was before is measured over as long as it needs.
     */
    public Duration floorWindow() {
        Duration enough = Duration.ofSeconds(60L * EXPECTED_READS / Math.max(1, minReadsPerMinute));
        return enough.compareTo(PATIENCE) > 0 ? enough : PATIENCE;
    }
}
