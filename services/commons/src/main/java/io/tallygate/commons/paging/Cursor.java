package io.tallygate.commons.paging;

import io.tallygate.commons.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins: the sort key's values of the last row before it. Opaque to clients. The first part names the sort, so
 * that a cursor handed to a list sorted otherwise is refused instead of skipping rows.
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(String sort, String... keys) {
        String[] all = new String[keys.length + 1];
        all[0] = sort;
        System.arraycopy(keys, 0, all, 1, keys.length);
        return new Cursor(Arrays.asList(all));
    }

    public String encoded() {
        byte[] bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The key value at {@code index}, 0 for the first after the sort. */
    public String key(int index) {
        return parts.get(index + 1);
    }

    /**
     * Reads what {@link #encoded()} wrote.
     *
     * @return null when {@code text} is null: the first page
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR when it is not a cursor of this sort with that
     *     many keys
     */
    public static @Nullable Cursor parse(@Nullable String text, String sort, int keys) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(decoded.split(SEPARATOR, -1));
            if (parts.size() == keys + 1 && parts.getFirst().equals(sort)) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        throw invalid();
    }

    private static RuntimeException invalid() {
        return Refusal.of(400, "INVALID_CURSOR", "`after` is not from this list in this order.")
                .asException();
    }
}
