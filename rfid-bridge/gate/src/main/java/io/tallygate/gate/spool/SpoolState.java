package io.tallygate.gate.spool;

import java.util.List;

/**
 * A look at a log.
 *
 * @param depth records not yet acknowledged
 * @param bytes on disk
 * @param oldestSeconds how long the oldest of them has waited, to some seconds
 * @param syncFailures how often the disk has refused to make safe what was written
 * @param setAside names of what was damaged and has been set aside, since the start of the process
 */
public record SpoolState(long depth, long bytes, long oldestSeconds, long syncFailures, List<String> setAside) {

    public SpoolState {
        setAside = List.copyOf(setAside);
    }
}
