package io.tallygate.gateway.live;

import io.tallygate.gateway.GatewaySettings;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the last events, numbered, and hands new ones on. */
@Singleton
class LiveHub {

    /** An event with its number, which grows by one. */
    record Numbered(long number, LiveEvent event) {}

    /** Told of every event in order; must return at once. */
    interface Listener {
        void on(Numbered event);
    }

    private final int capacity;
    // Numbers of another run of the gateway mean nothing in this one, so they begin where those cannot have come.
    private long last = System.currentTimeMillis() << 10;
    private final Deque<Numbered> recent = new ArrayDeque<>();
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    LiveHub(GatewaySettings settings) {
        this.capacity = settings.live().replay();
    }

    synchronized void publish(LiveEvent event) {
        Numbered numbered = new Numbered(++last, event);
        recent.addLast(numbered);
        if (recent.size() > capacity) {
            recent.removeFirst();
        }
        listeners.forEach(listener -> listener.on(numbered));
    }

    /**
     * Adds a listener and gives what it missed.
     *
     * @param seen number of the last event it saw; null when it is new, which misses nothing
     */
    synchronized List<Numbered> join(Listener listener, @Nullable Long seen) {
        listeners.add(listener);
        if (seen == null) {
            return List.of();
        }
        List<Numbered> missed = new ArrayList<>();
        recent.stream().filter(event -> event.number() > seen).forEach(missed::add);
        return missed;
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    int listeners() {
        return listeners.size();
    }
}
