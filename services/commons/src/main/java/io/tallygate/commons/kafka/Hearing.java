package io.tallygate.commons.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of a topic have fallen silent. Only time in which the topic was demonstrably heard counts: while Kafka is away, or this
 * process is stopped or behind, everybody seems dead, so after a gap everybody is given the whole patience again. Times are those of
 * {@link System#nanoTime()}. Any thread.
 */
public final class Hearing implements TopicFollower.Pulse {

    /** Between two moments at which the topic was heard whole; a longer one is a gap. */
    private static final long LONGEST_GAP_NANOS = Duration.ofSeconds(3).toNanos();

    private final long patienceNanos;
    private final long patienceAtStartNanos;
    private final Map<String, Long> heardAt = new HashMap<>();
    private final Map<String, Long> expectedFrom = new HashMap<>();
    private @Nullable Long listeningSince;
    private long countedFrom;
    private long wholeAt;

    /**
     * @param patience how long a key may be silent
     * @param patienceAtStart how long from the first moment at which the topic is heard whole: who starts together with this process
     *     must have the time to
     */
    public Hearing(Duration patience, Duration patienceAtStart) {
        this.patienceNanos = patience.toNanos();
        this.patienceAtStartNanos = patienceAtStart.toNanos();
    }

    /** The key is to be heard from now on, after its patience. Of one that nobody has named it is expected from the start. */
    public synchronized void expect(String key, long nanos) {
        expectedFrom.put(key, nanos);
    }

    /** A record of this key has come. */
    public synchronized void heard(String key, long nanos) {
        heardAt.put(key, nanos);
    }

    /** The key is no longer to be heard. */
    public synchronized void forget(String key) {
        heardAt.remove(key);
    }

    @Override
    public synchronized void whole(long askedNanos, long nanos) {
        if (listeningSince == null) {
            listeningSince = nanos;
            countedFrom = askedNanos + patienceAtStartNanos - patienceNanos;
        } else if (askedNanos - wholeAt > LONGEST_GAP_NANOS) {
            listeningSince = nanos;
            countedFrom = later(countedFrom, askedNanos);
        }
        wholeAt = askedNanos;
    }

    /** Whether nothing has come for the whole patience, all of which was heard; also of a key that was never heard. */
    public synchronized boolean isSilent(String key) {
        if (listeningSince == null) {
            return false;
        }
        long from = later(countedFrom, expectedFrom.getOrDefault(key, countedFrom));
        return wholeAt - later(from, heardAt.getOrDefault(key, from)) >= patienceNanos;
    }

    /** Whether it has been heard since the topic was heard whole without a gap: what was in it before tells nothing of now. */
    public synchronized boolean isAlive(String key) {
        Long last = heardAt.get(key);
        return listeningSince != null && last != null && last - listeningSince > 0 && !isSilent(key);
    }

    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }
}
