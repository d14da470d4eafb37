package io.tallygate.gate.spool;

/**
 * How much the spool may hold.
 *
 * @param segmentBytes size at which a new file is begun; at least 4 KiB
 * @param mostBytes beyond this, no reads are kept; from three quarters on, one batch in {@value #THINNED_TO}
 */
public record SpoolLimits(long segmentBytes, long mostBytes) {
    static final int THINNED_TO = 10;

    public SpoolLimits {
        if (segmentBytes < 4096 || mostBytes < segmentBytes) {
            throw new IllegalArgumentException("a spool of " + mostBytes + " bytes in files of " + segmentBytes);
        }
    }

    /** Whether there is room for the {@code number}-th batch of reads. */
    boolean keepsReads(long bytes, long number) {
        if (bytes >= mostBytes) {
            return false;
        }
        return bytes < mostBytes / 4 * 3 || number % THINNED_TO == 0;
    }
}
