package io.tallygate.crossing;

/** Which way a tag crossed the line: OUT leaves the room. */
public enum Direction {
    OUT,
    IN;

    /** The direction of a tag that ends in {@code zone}. */
    static Direction into(Zone zone) {
        return zone == Zone.OUTSIDE ? OUT : IN;
    }
}
