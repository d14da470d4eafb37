package io.tallygate.devices.ledger.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a tag says it is on (GS1 EPC memory bank).
 *
 * @param hex 96 or 128 bits in upper-case hex
 */
public record Epc(String hex) {

    private static final Pattern PATTERN = Pattern.compile("[0-9A-F]{24}|[0-9A-F]{32}");

    public Epc {
        if (!PATTERN.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not an EPC");
        }
    }

    /** Takes either case. */
    public static Optional<Epc> parse(String text) {
        String hex = text.toUpperCase(Locale.ROOT);
        return PATTERN.matcher(hex).matches() ? Optional.of(new Epc(hex)) : Optional.empty();
    }
}
