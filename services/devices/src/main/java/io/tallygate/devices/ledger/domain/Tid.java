package io.tallygate.devices.ledger.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tag's own serial number, burnt in at the factory (TID memory bank).
 *
 * @param hex 48 to 256 bits in whole words of 16, in upper-case hex
 */
public record Tid(String hex) {

    private static final Pattern PATTERN = Pattern.compile("(?:[0-9A-F]{4}){3,16}");

    public Tid {
        if (!PATTERN.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a TID");
        }
    }

    /** Takes either case. */
    public static Optional<Tid> parse(String text) {
        String hex = text.toUpperCase(Locale.ROOT);
        return PATTERN.matcher(hex).matches() ? Optional.of(new Tid(hex)) : Optional.empty();
    }
}
