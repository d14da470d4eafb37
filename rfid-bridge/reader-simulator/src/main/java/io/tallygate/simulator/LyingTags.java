package io.tallygate.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The tags that lie before a reader until somebody takes them away. On the reader's event loop. */
final class LyingTags {

    /** How often a reader sees what lies there. */
    static final long EVERY_MILLIS = 100;

    private static final int MOST = 64;

    private final List<TagRead> tags = new ArrayList<>();

    /** The same chip laid down again lies as it was laid last: in sight of the antennas named then. */
    void lay(List<TagRead> seen) {
        tags.removeIf(other -> seen.stream().anyMatch(tag -> isSameChip(tag, other)));
        seen.stream().limit(MOST - tags.size()).forEach(tags::add);
    }

    private static boolean isSameChip(TagRead one, TagRead other) {
        return one.epc().equalsIgnoreCase(other.epc()) && Objects.equals(one.tid(), other.tid());
    }

    /** @param epc of the tags to take away; empty for all */
    void take(String epc) {
        tags.removeIf(tag -> epc.isEmpty() || tag.epc().equalsIgnoreCase(epc));
    }

    List<TagRead> all() {
        return List.copyOf(tags);
    }
}
