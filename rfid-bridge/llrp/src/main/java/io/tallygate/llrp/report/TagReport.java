package io.tallygate.llrp.report;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * One tag as the reader saw it: a cursor over the report's bytes that {@link ReportDecoder} moves from tag to tag.
 *
 * <p>Valid only inside {@link TagReportSink#onTag}. Numbers are already read out; the EPC and the TID stay in the buffer until
 * asked for. Not thread-safe.
 */
public final class TagReport {

    /** What an integer field answers when the reader did not send it. */
    public static final int ABSENT = -1;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final double PHASE_STEP_DEGREES = 360.0 / 4096;

    byte[] bytes = {};
    int epcAt;
    int epcBits;
    long epcHigh;
    long epcLow;
    int tidAt;
    int tidBytes;
    int antenna;
    int channelIndex;
    int seenCount;
    long roSpecId;
    int peakRssi;
    boolean peakRssiPresent;
    long firstSeenMicros;
    long lastSeenMicros;
    ReaderClock clock = ReaderClock.NONE;
    int impinjPhase;
    boolean impinjPhasePresent;
    int impinjPeakRssi;
    boolean impinjPeakRssiPresent;
    int impinjDoppler;
    boolean impinjDopplerPresent;

    TagReport() {}

    void reset(byte[] buffer) {
        bytes = buffer;
        epcBits = ABSENT;
        epcHigh = 0;
        epcLow = 0;
        tidBytes = 0;
        antenna = ABSENT;
        channelIndex = ABSENT;
        seenCount = ABSENT;
        roSpecId = ABSENT;
        peakRssiPresent = false;
        firstSeenMicros = ABSENT;
        lastSeenMicros = ABSENT;
        clock = ReaderClock.NONE;
        impinjPhasePresent = false;
        impinjPeakRssiPresent = false;
        impinjDopplerPresent = false;
    }

    /** Length of the EPC in bits: 96, 128, whatever the tag holds. */
    public int epcBits() {
        return epcBits;
    }

    /** Length of the EPC in bytes, the last one padded when the bits do not fill it. */
    public int epcLength() {
        return (epcBits + 7) >>> 3;
    }

    /** Copies the EPC to {@code target} from {@code at}. */
    public void copyEpc(byte[] target, int at) {
        System.arraycopy(bytes, epcAt, target, at, epcLength());
    }

    /** The EPC in upper-case hexadecimal digits. Makes a string: ask once per tag that matters. */
    public String epcHex() {
        return HEX.formatHex(bytes, epcAt, epcAt + epcLength());
    }

    /**
     * The first 64 bits of the EPC, left-aligned. With {@link #epcLow} and {@link #epcBits} it names every EPC of up to 128 bits
     * exactly; what a longer one has beyond that is folded in, so compare the bytes where the length exceeds 128.
     */
    public long epcHigh() {
        return epcHigh;
    }

    /** The second 64 bits of the EPC, left-aligned: see {@link #epcHigh}. */
    public long epcLow() {
        return epcLow;
    }

    /** Whether the report carries memory read from the tag: the TID, when that is what was asked for. */
    public boolean hasTid() {
        return tidBytes > 0;
    }

    /**
     * The words of the first successful read operation (C1G2ReadOpSpecResult), or Impinj's serialised TID, in upper-case
     * hexadecimal digits; empty when there are none.
     */
    public String tidHex() {
        return tidBytes == 0 ? "" : HEX.formatHex(bytes, tidAt, tidAt + tidBytes);
    }

    /** Antenna number from 1, or {@link #ABSENT}. */
    public int antenna() {
        return antenna;
    }

    /** Index into the reader's frequency table, or {@link #ABSENT}. */
    public int channelIndex() {
        return channelIndex;
    }

    /** How often the tag was read since the last report of it, or {@link #ABSENT}. */
    public int seenCount() {
        return seenCount;
    }

    /** The ROSpec that saw the tag, or {@link #ABSENT}. */
    public long roSpecId() {
        return roSpecId;
    }

    /** Whether a signal strength was sent at all. */
    public boolean hasRssi() {
        return peakRssiPresent || impinjPeakRssiPresent;
    }

    /** Peak signal strength in dBm; the finer of what the reader sent; NaN when it sent none. */
    public double rssiDbm() {
        if (impinjPeakRssiPresent) {
            return impinjPeakRssi / 100.0;
        }
        return peakRssiPresent ? peakRssi : Double.NaN;
    }

    /** The clock of {@link #firstSeenMicros} and {@link #lastSeenMicros}. */
    public ReaderClock clock() {
        return clock;
    }

    /** Microseconds on {@link #clock}, or {@link #ABSENT}. A reader that sends both clocks is taken at its UTC. */
    public long firstSeenMicros() {
        return firstSeenMicros;
    }

    /** Microseconds on {@link #clock}, or {@link #ABSENT}. */
    public long lastSeenMicros() {
        return lastSeenMicros;
    }

    /** Phase angle in degrees, 0 up to 360 (Impinj), or NaN. */
    public double phaseDegrees() {
        return impinjPhasePresent ? impinjPhase * PHASE_STEP_DEGREES : Double.NaN;
    }

    /** Doppler shift in Hz (Impinj), or NaN. */
    public double dopplerHz() {
        return impinjDopplerPresent ? impinjDoppler / 16.0 : Double.NaN;
    }

    /** A copy of the EPC's bytes. */
    public byte[] epcBytes() {
        return Arrays.copyOfRange(bytes, epcAt, epcAt + epcLength());
    }
}
