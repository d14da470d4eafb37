package io.tallygate.epc;

import java.util.Optional;
import java.util.Set;

/**
 * The GS1 company prefix in an EPC, whatever its scheme: those with a partition table share its place and its widths (TDS 1.13,
 * section 14), so that more can be told of them than {@link EpcCodec} understands.
 */
public final class CompanyPrefix {
    /** SGTIN, SSCC, SGLN, GRAI, GIAI, GDTI and GSRN, of 96 bits and longer. */
    private static final Set<Integer> PARTITIONED_HEADERS =
            Set.of(0x30, 0x31, 0x32, 0x33, 0x34, 0x2C, 0x2D, 0x36, 0x37, 0x38, 0x39, 0x3E);

    private static final int HEX_DIGITS_NEEDED = 14;
    private static final int HEAD_BITS = HEX_DIGITS_NEEDED * 4;
    private static final int BITS_BEFORE_PREFIX = 14;

    private CompanyPrefix() {}

    /**
     * As many digits as the partition says, leading zeros included.
     *
     * @param hex of the EPC memory bank, of any length
     * @return empty when its scheme has no company prefix in that place
     */
    public static Optional<String> of(String hex) {
        if (hex.length() < HEX_DIGITS_NEEDED) {
            return Optional.empty();
        }
        long head = Long.parseLong(hex, 0, HEX_DIGITS_NEEDED, 16);
        int header = (int) (head >>> (HEAD_BITS - 8));
        int partition = (int) (head >>> (HEAD_BITS - BITS_BEFORE_PREFIX)) & 0x7;
        if (!PARTITIONED_HEADERS.contains(header) || partition >= EpcScheme.partitions()) {
            return Optional.empty();
        }
        int width = EpcScheme.LONGEST_PREFIX - partition;
        int bits = EpcScheme.prefixBits(width);
        String digits = Long.toString(head >>> (HEAD_BITS - BITS_BEFORE_PREFIX - bits) & ((1L << bits) - 1));
        return Optional.of("0".repeat(Math.max(0, width - digits.length())) + digits);
    }
}
