package io.tallygate.carriers.identifier;

import java.util.Optional;
import java.util.UUID;

/** Names one exit permit. */
public record PermitId(UUID value) {

    /** Empty when {@code text} is not a UUID in its canonical form. */
    public static Optional<PermitId> parse(String text) {
        return Uuids.parse(text).map(PermitId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
