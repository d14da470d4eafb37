package io.tallygate.gate.ledger;

/** A portal's code, e.g. {@code P-101}. */
public record PortalCode(String value) {
    public PortalCode {
        if (value.isBlank()) {
            throw new IllegalArgumentException("PortalCode is blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
