package io.tallygate.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The reader's outputs and what was written to them. Safe from any thread. */
public final class GpoBank {

    private static final int REMEMBERED = 1_000;

    private final int ports;
    private final Map<Integer, Boolean> states = new TreeMap<>();
    private final Deque<Change> history = new ArrayDeque<>();
    private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();

    GpoBank(int ports) {
        this.ports = ports;
        for (int port = 1; port <= ports; port++) {
            states.put(port, false);
        }
    }

    /**
     * One write.
     *
     * @param epochMicros when the reader had it, microseconds since 1970
     * @param receivedNanos the same on {@link System#nanoTime()}
     */
    public record Change(int port, boolean on, long epochMicros, long receivedNanos) {}

    boolean has(int port) {
        return port >= 1 && port <= ports;
    }

    void write(Change change) {
        synchronized (this) {
            states.put(change.port(), change.on());
            if (history.size() == REMEMBERED) {
                history.removeFirst();
            }
            history.addLast(change);
        }
        watchers.forEach(it -> it.accept(change));
    }

    /** Calls {@code watcher} on the reader's event loop for every write from now on. */
    public void watch(Consumer<Change> watcher) {
        watchers.add(watcher);
    }

    /** Whether the output is on; a port that is not there never is. */
    public synchronized boolean isOn(int port) {
        return states.getOrDefault(port, false);
    }

    /** Every port and whether it is on. */
    public synchronized Map<Integer, Boolean> states() {
        return new TreeMap<>(states);
    }

    /** The writes so far, oldest first, the last thousand. */
    public synchronized List<Change> history() {
        return List.copyOf(history);
    }
}
