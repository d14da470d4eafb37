package io.tallygate.carriers.query;

import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violations;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Query parameters of lists; an empty one counts as not there. */
public final class Parameters {

    private static final int LONGEST_TEXT = 200;

    private Parameters() {}

    /**
     * The constant of that name.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 UNKNOWN_VALUE when there is none
     */
    public static <E extends Enum<E>> @Nullable E oneOf(Class<E> values, String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return Arrays.stream(values.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "UNKNOWN_VALUE", field + " has no such value")
                        .asException());
    }

    /**
     * A cursor of two keys, the second a UUID.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR when it is another list's
     */
    public static @Nullable Cursor cursor(@Nullable String after, String order) {
        Cursor cursor = Cursor.parse(after, order, 2);
        if (cursor != null && ItemId.parse(cursor.key(1)).isEmpty()) {
            throw invalidCursor();
        }
        return cursor;
    }

    /**
     * A cursor of two keys, an instant and a UUID.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR when it is another list's
     */
    public static @Nullable Cursor timeCursor(@Nullable String after, String order) {
        Cursor cursor = cursor(after, order);
        if (cursor == null) {
            return null;
        }
        try {
            Instant time = Instant.parse(cursor.key(0));
            return Cursor.of(order, time.toString(), cursor.key(1));
        } catch (DateTimeParseException notOurs) {
            throw invalidCursor();
        }
    }

    private static RuntimeException invalidCursor() {
        return Refusal.of(400, "INVALID_CURSOR", "`after` is not from this list in this order.")
                .asException();
    }

    /** @throws io.tallygate.commons.problem.RefusalException 400 when it is too long or holds a control character */
    public static @Nullable String text(String field, @Nullable String value) {
        new Violations()
                .optionalText(field, value, LONGEST_TEXT)
                .asInvalidRequest()
                .ifPresent(refusal -> {
                    throw refusal.asException();
                });
        return value == null || value.isBlank() ? null : value.strip();
    }
}
