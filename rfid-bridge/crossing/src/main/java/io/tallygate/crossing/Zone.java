package io.tallygate.crossing;

/** The side of the line that an antenna looks at. */
public enum Zone {
    INSIDE,
    OUTSIDE;

    public Zone opposite() {
        return this == INSIDE ? OUTSIDE : INSIDE;
    }
}
