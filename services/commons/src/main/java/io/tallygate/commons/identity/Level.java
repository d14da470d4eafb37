package io.tallygate.commons.identity;

import java.util.Optional;
import java.util.stream.Stream;

/** Classification levels 密级 (K1), lowest first; a clearance is the highest level its holder may see. */
public enum Level {
    /** 非密 */
    UNCLASSIFIED(1),
    /** 内部 */
    INTERNAL(2),
    /** 秘密 */
    CONFIDENTIAL(3),
    /** 机密 */
    SECRET(4),
    /** 绝密 */
    TOP_SECRET(5);

    private final int rank;

    Level(int rank) {
        this.rank = rank;
    }

    /** From 1, as events and databases carry it. */
    public int rank() {
        return rank;
    }

    public boolean above(Level other) {
        return rank > other.rank;
    }

    public static Optional<Level> ofRank(int rank) {
        return Stream.of(values()).filter(level -> level.rank == rank).findFirst();
    }

    public static Optional<Level> ofName(String name) {
        return Stream.of(values()).filter(level -> level.name().equals(name)).findFirst();
    }
}
