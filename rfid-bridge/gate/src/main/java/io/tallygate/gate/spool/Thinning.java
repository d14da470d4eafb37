package io.tallygate.gate.spool;

/** How many of the reads are kept while they leave more slowly than they come. */
public enum Thinning {
    /** Every read. */
    NONE(0),
    /** Of each tag at each antenna in each second: the first, and whatever is clearly stronger than those kept before it. */
    BY_SECOND(1_000_000),
    /** Of each tag in ten seconds, whatever the antenna. */
    BY_TEN_SECONDS(10_000_000),
    /** No read. */
    ALL(0);

    private final long windowUs;

    Thinning(long windowUs) {
        this.windowUs = windowUs;
    }

    long windowUs() {
        return windowUs;
    }

    /** What is due when {@code used} of {@code most} is used: reads from three quarters on, none beyond the end. */
    static Thinning at(long used, long most) {
        if (used >= most) {
            return ALL;
        }
        if (used >= most / 8 * 7) {
            return BY_TEN_SECONDS;
        }
        return used >= most / 4 * 3 ? BY_SECOND : NONE;
    }

    Thinning orMore(Thinning other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
