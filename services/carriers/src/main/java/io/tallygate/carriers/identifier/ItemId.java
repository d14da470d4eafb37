package io.tallygate.carriers.identifier;

import java.util.Optional;
import java.util.UUID;

/** Names one accountable item, whatever its kind, in every service. */
public record ItemId(UUID value) {

    /** Empty when {@code text} is not a UUID in its canonical form. */
    public static Optional<ItemId> parse(String text) {
        return Uuids.parse(text).map(ItemId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
