package io.tallygate.carriers.identifier;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs as they come from outside. */
final class Uuids {

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Uuids() {}

    /** The JDK's own parser takes {@code 1-1-1-1-1} too, which nobody ever issued. */
    static Optional<UUID> parse(String text) {
        return CANONICAL.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
