package io.tallygate.devices.ledger.domain;

import io.tallygate.commons.paging.Cursor;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order of a list; devices that are equal in it are ordered by id. */
public record DeviceSort(Key key, boolean descending) {

    /** What the list can be ordered by. */
    public enum Key {
        LEDGER_NO("ledgerNo"),
        NAME("name"),
        LEVEL("level"),
        KIND("kind"),
        KEEPER("keeper"),
        REGISTERED_AT("registeredAt");

        private final String parameter;

        Key(String parameter) {
            this.parameter = parameter;
        }
    }

    /** An order, and where in it a page begins. */
    public record Position(DeviceSort sort, Optional<Cursor> cursor) {}

    /** Reads {@code name}, or {@code -name} for descending; null is by ledger number. */
    public static Optional<DeviceSort> parse(@Nullable String text) {
        if (text == null) {
            return Optional.of(new DeviceSort(Key.LEDGER_NO, false));
        }
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return Stream.of(Key.values())
                .filter(key -> key.parameter.equals(name))
                .findFirst()
                .map(key -> new DeviceSort(key, descending));
    }

    /**
     * Where the page after the cursor {@code after} begins.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR when it is not of this order
     */
    public Position after(@Nullable String after) {
        return new Position(this, Optional.ofNullable(Cursor.parse(after, name(), 2)));
    }

    public Cursor cursorOf(String value, UUID id) {
        return Cursor.of(name(), value, id.toString());
    }

    private String name() {
        return (descending ? "-" : "") + key.parameter;
    }
}
