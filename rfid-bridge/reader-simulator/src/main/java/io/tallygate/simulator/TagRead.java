package io.tallygate.simulator;

import org.jspecify.annotations.Nullable;

/**
 * One tag as the reader will report it.
 *
 * @param epc an even number of hexadecimal digits
 * @param antenna from 1
 * @param rssiDbm sent as a whole number, -128 to 127, and in hundredths beside it where a client asks an Impinj reader for them
 * @param seenMicros microseconds since 1970, sent as first and last seen; 0 for the moment of sending
 * @param tid hexadecimal digits in whole words, sent as the result of the read operation of an AccessSpec; null where none is read
 * @param carrier channel, phase and Doppler; null for none
 */
public record TagRead(
        String epc,
        int antenna,
        double rssiDbm,
        long seenMicros,
        @Nullable String tid,
        @Nullable Carrier carrier) {

    /**
     * What the reader tells of the radio carrier, as far as a client asks for it: the channel as LLRP has it, the others as Impinj's
     * readers alone do.
     *
     * @param phaseDegrees 0 up to 360, sent in steps of 360/4096
     * @param dopplerHz sent in steps of 1/16, -2048 up to 2048
     * @param channel index from 1 into the reader's table of frequencies
     */
    public record Carrier(double phaseDegrees, double dopplerHz, int channel) {

        /** On the first channel. */
        public Carrier(double phaseDegrees, double dopplerHz) {
            this(phaseDegrees, dopplerHz, 1);
        }
    }

    public TagRead {
        if (!epc.matches("([0-9A-Fa-f]{2})+") || epc.length() > 2 * 8191) {
            throw new IllegalArgumentException("an EPC is hexadecimal digits, two for each byte: " + epc);
        }
        if (tid != null && !tid.matches("([0-9A-Fa-f]{4})+")) {
            throw new IllegalArgumentException("a TID is hexadecimal digits, four for each word: " + tid);
        }
        if (antenna < 1 || antenna > 0xFFFF) {
            throw new IllegalArgumentException("an antenna has a number from 1: " + antenna);
        }
    }

    /** A read of which the reader tells nothing more. */
    public TagRead(String epc, int antenna, double rssiDbm, long seenMicros, @Nullable String tid) {
        this(epc, antenna, rssiDbm, seenMicros, tid, null);
    }

    /** The same read with what the reader tells of the carrier. */
    public TagRead with(Carrier told) {
        return new TagRead(epc, antenna, rssiDbm, seenMicros, tid, told);
    }

    /** The same read with what was read of the chip's own number. */
    TagRead withTid(@Nullable String read) {
        return new TagRead(epc, antenna, rssiDbm, seenMicros, read, carrier);
    }

    /** A read of this moment without a TID. */
    public static TagRead of(String epc, int antenna, double rssiDbm) {
        return new TagRead(epc, antenna, rssiDbm, 0, null);
    }

    /** The same read by that antenna. */
    TagRead at(int otherAntenna) {
        return new TagRead(epc, otherAntenna, rssiDbm, seenMicros, tid, carrier);
    }

    /** The same read at that moment of the reader's clock. */
    public TagRead seenAt(long micros) {
        return new TagRead(epc, antenna, rssiDbm, micros, tid, carrier);
    }
}
