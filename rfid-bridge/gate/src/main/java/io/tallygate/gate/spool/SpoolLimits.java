package io.tallygate.gate.spool;

/**
 * How much the spool may hold. Reads alone are bounded: crossings are some hundred bytes each and have a log of their own.
 *
 * @param segmentBytes size at which a new file is begun; 4 KiB to 1 GiB
 * @param mostBytes of reads; from three quarters on they are thinned, beyond it none are kept
 */
public record SpoolLimits(long segmentBytes, long mostBytes) {

    public SpoolLimits {
        if (segmentBytes < 4096 || segmentBytes > 1 << 30 || mostBytes < segmentBytes) {
            throw new IllegalArgumentException("a spool of " + mostBytes + " bytes in files of " + segmentBytes);
        }
    }
}
