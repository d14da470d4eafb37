package io.tallygate.gate.verdict;

import io.tallygate.crossing.Epc;
import java.util.Set;

/**
 * Our GS1 company prefixes, and whether an EPC lies under one (GS1 Tag Data Standard 2.0, section 14: the schemes with a
 * partition table share the place and the widths of the company prefix).
 */
public record CompanyPrefixes(Set<String> prefixes) {
    /** SGTIN, SSCC, SGLN, GRAI, GIAI, GDTI and GSRN, of 96 bits and longer. */
    private static final Set<Integer> PARTITIONED_HEADERS =
            Set.of(0x30, 0x31, 0x32, 0x33, 0x34, 0x2C, 0x2D, 0x36, 0x37, 0x38, 0x39, 0x3E);

    /** Bits of the company prefix by partition value; 12 digits for partition 0, one fewer for each step. */
    private static final int[] PREFIX_BITS = {40, 37, 34, 30, 27, 24, 20};

    private static final int MOST_DIGITS = 12;
    private static final int HEX_DIGITS_NEEDED = 14;
    private static final int BITS_BEFORE_PREFIX = 14;

    public CompanyPrefixes {
        prefixes = Set.copyOf(prefixes);
        if (!prefixes.stream().allMatch(prefix -> prefix.matches("\\d{6,12}"))) {
            throw new IllegalArgumentException("a GS1 company prefix has 6 to 12 digits: " + prefixes);
        }
    }

    public boolean covers(Epc epc) {
        if (epc.hex().length() < HEX_DIGITS_NEEDED) {
            return false;
        }
        long head = Long.parseLong(epc.hex().substring(0, HEX_DIGITS_NEEDED), 16);
        int totalBits = HEX_DIGITS_NEEDED * 4;
        int header = (int) (head >>> (totalBits - 8));
        int partition = (int) (head >>> (totalBits - BITS_BEFORE_PREFIX)) & 0x7;
        if (!PARTITIONED_HEADERS.contains(header) || partition >= PREFIX_BITS.length) {
            return false;
        }
        int bits = PREFIX_BITS[partition];
        long prefix = head >>> (totalBits - BITS_BEFORE_PREFIX - bits) & ((1L << bits) - 1);
        return prefixes.contains(digits(prefix, MOST_DIGITS - partition));
    }

    private static String digits(long prefix, int width) {
        String digits = Long.toString(prefix);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
