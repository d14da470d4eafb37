package io.tallygate.gate.ledger;

/** An exit permit's id. */
public record PermitId(String value) {
    public PermitId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("PermitId is blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
