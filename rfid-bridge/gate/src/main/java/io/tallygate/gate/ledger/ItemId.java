package io.tallygate.gate.ledger;

/** An item's id in the ledger. */
public record ItemId(String value) {
    public ItemId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("ItemId is blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
