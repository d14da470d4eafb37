package io.tallygate.simulator;

/** Which way a tag is carried through the gate. */
public enum Direction {
    /** From inside to outside. */
    OUT,
    /** From outside to inside. */
    IN
}
