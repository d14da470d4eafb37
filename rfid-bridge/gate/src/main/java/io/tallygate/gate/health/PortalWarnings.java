package io.tallygate.gate.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The warnings of one portal: one for each code, the newest. Told by the reader's event loop, asked by the publisher. */
public final class PortalWarnings {

    /** How long an event is shown of which nobody says that it is over. */
    static final Duration SHOWN = Duration.ofMinutes(5);

    private static final int MOST_DETAIL = 300;

    private final Clock clock;
    private final Map<String, PortalWarning> lasting = new TreeMap<>();
    private final Map<String, PortalWarning> passing = new TreeMap<>();

    public PortalWarnings(Clock clock) {
        this.clock = clock;
    }

    /** Stands until {@link #over}. Told again it keeps its moment. */
    public synchronized void stands(String code, String detail) {
        PortalWarning before = lasting.get(code);
        Instant since = before == null ? clock.instant() : before.since();
        lasting.put(code, new PortalWarning(code, shortened(detail), since));
    }

    public synchronized void over(String code) {
        lasting.remove(code);
    }

    /** Happened now. */
    public synchronized void happened(String code, String detail) {
        passing.put(code, new PortalWarning(code, shortened(detail), clock.instant()));
    }

    /** In the order of their codes. */
    public synchronized List<PortalWarning> all() {
        Instant oldest = clock.instant().minus(SHOWN);
        passing.values().removeIf(warning -> warning.since().isBefore(oldest));
        Map<String, PortalWarning> both = new TreeMap<>(passing);
        both.putAll(lasting);
        return List.copyOf(both.values());
    }

    /** A reader's words may be long. */
    private static String shortened(String detail) {
        return detail.length() <= MOST_DETAIL ? detail : detail.substring(0, MOST_DETAIL);
    }
}
