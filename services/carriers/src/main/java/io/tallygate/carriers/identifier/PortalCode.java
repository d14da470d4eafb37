package io.tallygate.carriers.identifier;

/** Names a gate, e.g. {@code P-101}. */
public record PortalCode(String value) {

    @Override
    public String toString() {
        return value;
    }
}
