package io.tallygate.gate.ledger;

import java.util.Locale;

/** The serial number burnt into a tag's chip, upper-case hex. */
public record Tid(String hex) {
    public Tid {
        if (hex.isBlank()) {
            throw new IllegalArgumentException("Tid is blank");
        }
        hex = hex.toUpperCase(Locale.ROOT);
    }

    /**
     * Whether both can be of one chip: a desk reader and a gate read different lengths of the same memory, so what both have read
     * must be equal.
     */
    public boolean isOfSameChip(Tid other) {
        return hex.startsWith(other.hex) || other.hex.startsWith(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
