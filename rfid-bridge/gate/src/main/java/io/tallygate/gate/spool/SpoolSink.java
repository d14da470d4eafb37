package io.tallygate.gate.spool;

import java.io.IOException;

/** Where records go. */
@FunctionalInterface
interface SpoolSink {

    /**
     * Appends a record.
     *
     * @return whether it was kept; only reads may be turned away, when their room is used up
     * @throws IOException when the disk refuses; the log is as before
     */
    boolean append(SpoolKind kind, String key, byte[] value) throws IOException;
}
