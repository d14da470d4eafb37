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

    /** The same chip laid down again lies as it was laid last. */
    void lay(TagRead tag) {
        tags.removeIf(other -> other.epc().equalsIgnoreCase(tag.epc()) && Objects.equals(other.tid(), tag.tid()));
        if (tags.size() < MOST) {
            tags.add(tag);
        }
    }

    /** @param epc of the tags to take away; empty for all */
    void take(String epc) {
        tags.removeIf(tag -> epc.isEmpty() || tag.epc().equalsIgnoreCase(epc));
    }

    List<TagRead> all() {
        return List.copyOf(tags);
    }
}
