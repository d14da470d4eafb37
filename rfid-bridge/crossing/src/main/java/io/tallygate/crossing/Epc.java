package io.tallygate.crossing;

import java.util.HexFormat;
import java.util.Locale;

/**
 * The code a tag sends, as upper-case hex of whole bytes (96 bits are 24 digits).
 *
 * @param hex 2 to 124 hex digits, an even number of them
 */
public record Epc(String hex) {
    private static final int LEAST_DIGITS = 2;
    private static final int MOST_DIGITS = 124;

    /** @throws IllegalArgumentException when {@code hex} is no EPC; the message names what is wrong */
    public Epc {
        int digits = hex.length();
        if (digits < LEAST_DIGITS || digits > MOST_DIGITS || digits % 2 != 0) {
            throw new IllegalArgumentException("an EPC has 2 to 124 hex digits, an even number of them, not " + digits);
        }
        if (!isHex(hex)) {
            throw new IllegalArgumentException("an EPC has hex digits only: " + hex);
        }
        hex = hex.toUpperCase(Locale.ROOT);
    }

    // A loop, not a stream: every read of every tag comes by here.
    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The {@code length} bytes from {@code offset} as an EPC. */
    public static Epc of(byte[] bytes, int offset, int length) {
        return new Epc(HexFormat.of().withUpperCase().formatHex(bytes, offset, offset + length));
    }

    @Override
    public String toString() {
        return hex;
    }
}
