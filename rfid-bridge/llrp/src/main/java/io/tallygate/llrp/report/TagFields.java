package io.tallygate.llrp.report;

/** Reads one parameter's value out of the buffer into the cursor. The caller has checked that its bytes are there. */
final class TagFields {

    private static final long IMPINJ = 25882;
    private static final int IMPINJ_SERIALIZED_TID = 55;
    private static final int IMPINJ_PHASE_ANGLE = 56;
    private static final int IMPINJ_PEAK_RSSI = 57;
    private static final int IMPINJ_DOPPLER = 68;

    private TagFields() {}

    /** A parameter whose size its type says. {@code at} is its first data byte. */
    static void takeTv(TagReport tag, byte[] in, int type, int at) {
        switch (type) {
            case ParameterType.ANTENNA_ID -> tag.antenna = BigEndian.u16(in, at);
            case ParameterType.FIRST_SEEN_UTC -> {
                preferUtc(tag);
                tag.firstSeenMicros = BigEndian.s64(in, at);
            }
            case ParameterType.LAST_SEEN_UTC -> {
                preferUtc(tag);
                tag.lastSeenMicros = BigEndian.s64(in, at);
            }
            case ParameterType.FIRST_SEEN_UPTIME -> {
                if (takesUptime(tag)) {
                    tag.firstSeenMicros = BigEndian.s64(in, at);
                }
            }
            case ParameterType.LAST_SEEN_UPTIME -> {
                if (takesUptime(tag)) {
                    tag.lastSeenMicros = BigEndian.s64(in, at);
                }
            }
            case ParameterType.PEAK_RSSI -> {
                tag.peakRssi = in[at];
                tag.peakRssiPresent = true;
            }
            case ParameterType.CHANNEL_INDEX -> tag.channelIndex = BigEndian.u16(in, at);
            case ParameterType.TAG_SEEN_COUNT -> tag.seenCount = BigEndian.u16(in, at);
            case ParameterType.RO_SPEC_ID -> tag.roSpecId = BigEndian.u32(in, at);
            case ParameterType.EPC_96 -> takeEpc96(tag, in, at);
            default -> {
                // Known by its size alone (CRC, PC, spec indexes): passed over.
            }
        }
    }

    /** Two clocks in one report must not be mixed: UTC wins, whichever came first. */
    private static void preferUtc(TagReport tag) {
        if (tag.clock == ReaderClock.UPTIME) {
            tag.firstSeenMicros = TagReport.ABSENT;
            tag.lastSeenMicros = TagReport.ABSENT;
        }
        tag.clock = ReaderClock.UTC;
    }

    private static boolean takesUptime(TagReport tag) {
        if (tag.clock == ReaderClock.UTC) {
            return false;
        }
        tag.clock = ReaderClock.UPTIME;
        return true;
    }

    private static void takeEpc96(TagReport tag, byte[] in, int at) {
        tag.epcAt = at;
        tag.epcBits = 96;
        tag.epcHigh = BigEndian.s64(in, at);
        tag.epcLow = BigEndian.u32(in, at + 8) << 32;
    }

    /** EPCData: {@code bytes} at {@code at} hold {@code bits}. */
    static void takeEpc(TagReport tag, byte[] in, int at, int bits, int bytes) {
        tag.epcAt = at;
        tag.epcBits = bits;
        long high = 0;
        long low = 0;
        for (int i = 0; i < bytes; i++) {
            long octet = (long) (in[at + i] & 0xFF) << (56 - 8 * (i & 7));
            if (i < 8) {
                high |= octet;
            } else if (i < 16) {
                low |= octet;
            } else {
                low = Long.rotateLeft(low, 5) ^ octet;
            }
        }
        tag.epcHigh = high;
        tag.epcLow = low;
    }

    /** Memory of the tag; the first that a report carries counts. */
    static void takeTid(TagReport tag, int at, int bytes) {
        if (tag.tidBytes == 0) {
            tag.tidAt = at;
            tag.tidBytes = bytes;
        }
    }

    /**
     * A vendor parameter with {@code bytes} of data at {@code at}.
     *
     * @return whether it was one we read
     */
    static boolean takeCustom(TagReport tag, byte[] in, long vendor, int subtype, int at, int bytes) {
        if (vendor != IMPINJ || bytes < 2) {
            return false;
        }
        switch (subtype) {
            case IMPINJ_PHASE_ANGLE -> {
                tag.impinjPhase = BigEndian.u16(in, at);
                tag.impinjPhasePresent = true;
            }
            case IMPINJ_PEAK_RSSI -> {
                tag.impinjPeakRssi = BigEndian.s16(in, at);
                tag.impinjPeakRssiPresent = true;
            }
            case IMPINJ_DOPPLER -> {
                tag.impinjDoppler = BigEndian.s16(in, at);
                tag.impinjDopplerPresent = true;
            }
            case IMPINJ_SERIALIZED_TID -> takeTid(tag, at + 2, Math.min(2 * BigEndian.u16(in, at), bytes - 2));
            default -> {
                return false;
            }
        }
        return true;
    }
}
