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

    @Override
    public String toString() {
        return hex;
    }
}
