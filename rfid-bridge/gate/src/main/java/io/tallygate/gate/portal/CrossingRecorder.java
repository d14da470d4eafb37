package io.tallygate.gate.portal;

import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.gate.spool.Spool;
import io.tallygate.gate.spool.SpoolKind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands crossings to the spool. One that the disk refuses is kept in memory and tried again before the next: a full disk
 * delays the ledger, never the horn.
 */
public final class CrossingRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(CrossingRecorder.class);
    private static final int MOST_WAITING = 10_000;

    private final Spool spool;
    private final Deque<Crossing> waiting = new ArrayDeque<>();

    public CrossingRecorder(Spool spool) {
        this.spool = spool;
    }

    synchronized void keep(DecidedCrossing decided) {
        waiting.addLast(CrossingMessages.message(decided));
        if (waiting.size() > MOST_WAITING) {
            LOG.error(
                    "crossing {} is lost: the disk has refused {} others",
                    waiting.removeFirst().getCrossingId(),
                    MOST_WAITING);
        }
        flush();
    }

    /** Tries again what the disk has refused. */
    public synchronized void flush() {
        try {
            while (!waiting.isEmpty()) {
                Crossing next = waiting.getFirst();
                spool.append(SpoolKind.CROSSING, next.getEpc(), next.toByteArray());
                waiting.removeFirst();
            }
        } catch (IOException e) {
            LOG.error("the spool refuses crossings; {} wait in memory", waiting.size(), e);
        }
    }

    /** Crossings that the disk has refused so far. */
    public synchronized int waiting() {
        return waiting.size();
    }
}
