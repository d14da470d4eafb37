package io.tallygate.simulator;

import java.util.Arrays;
import java.util.Locale;

/** Which way a tag is carried through the gate. */
public enum Direction {
    /** From inside to outside. */
    OUT,
    /** From outside to inside. */
    IN;

    /** By name, in either case. */
    static Direction of(String name) {
        return Arrays.stream(values())
                .filter(it -> it.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a direction is OUT or IN, not '" + name + "'"));
    }
}
