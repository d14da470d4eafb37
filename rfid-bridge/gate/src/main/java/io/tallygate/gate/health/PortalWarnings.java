package io.tallygate.gate.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The warnings of one portal: one for each code, the newest. Told by the reader's event loop, asked by the publisher. */
public final class PortalWarnings {

    /** How long an event is shown of which nobody says that it is over. */
    static final Duration SHOWN = Duration.ofMinutes(5);

    private static final int MOST_DETAIL = 300;

    private final Clock clock;
    private final Map<String, PortalWarning> lasting = new TreeMap<>();
    private final Map<String, PortalWarning> passing = new TreeMap<>();
    private final Set<String> enduring = new TreeSet<>();
    private final Consumer<List<PortalWarning>> keeper;

    public PortalWarnings(Clock clock) {
        this(clock, List.of(), nobody -> {});
    }

    private PortalWarnings(Clock clock, List<PortalWarning> before, Consumer<List<PortalWarning>> keeper) {
        this.clock = clock;
        this.keeper = keeper;
        before.forEach(warning -> {
            lasting.put(warning.code(), warning);
            enduring.add(warning.code());
        });
    }

    /** Those of a portal, with what was kept of them at the last end. */
    public static PortalWarnings of(String portal, Clock clock, KeptWarnings kept) {
        return new PortalWarnings(clock, kept.of(portal), now -> kept.keep(portal, now));
    }

    /** Stands until {@link #over}. Told again it keeps its moment. */
    public synchronized void stands(String code, String detail) {
        PortalWarning before = lasting.get(code);
        Instant since = before == null ? clock.instant() : before.since();
        lasting.put(code, new PortalWarning(code, shortened(detail), since));
    }

    /** Stands until {@link #over}, over a restart of the bridge as well. */
    public synchronized void endures(String code, String detail) {
        PortalWarning before = lasting.get(code);
        stands(code, detail);
        if (enduring.add(code) || !Objects.equals(before, lasting.get(code))) {
            keep();
        }
    }

    public synchronized void over(String code) {
        lasting.remove(code);
        if (enduring.remove(code)) {
            keep();
        }
    }

    /** Whether it stands since before the last start, or was told to endure. */
    public synchronized boolean isEnduring(String code) {
        return enduring.contains(code);
    }

    private void keep() {
        keeper.accept(
                enduring.stream().map(lasting::get).filter(Objects::nonNull).toList());
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
