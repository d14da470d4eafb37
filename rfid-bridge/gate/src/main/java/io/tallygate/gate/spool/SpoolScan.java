package io.tallygate.gate.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Finds whole records among damaged bytes: a record says how long it is, so one flipped bit would else hide all after it. */
final class SpoolScan {
    /** A record further on than this is not the next of this log but bytes that look like one. */
    private static final long FURTHEST = 1L << 32;

    private final ByteBuffer bytes;
    private final long from;

    private SpoolScan(ByteBuffer bytes, long from) {
        this.bytes = bytes;
        this.from = from;
    }

    /**
     * The position of the first whole record from {@code from} on whose sequence lies beyond {@code after}, -1 when there is
     * none.
     */
    static long find(FileChannel channel, long from, long size, long after) throws IOException {
        if (from >= size) {
            return -1;
        }
        SpoolScan scan = new SpoolScan(channel.map(FileChannel.MapMode.READ_ONLY, from, size - from), from);
        return scan.firstBeyond(after);
    }

    private long firstBeyond(long after) {
        for (int at = 0; at + SpoolRecord.HEADER + SpoolRecord.FIXED <= bytes.limit(); at++) {
            if (looksLikeOne(at, after) && isWhole(at)) {
                return from + at;
            }
        }
        return -1;
    }

    /** Cheap, and true of hardly any other bytes: checksums are taken of few. */
    private boolean looksLikeOne(int at, long after) {
        int length = bytes.getInt(at);
        if (length < SpoolRecord.FIXED || length > bytes.limit() - at - SpoolRecord.HEADER) {
            return false;
        }
        long sequence = bytes.getLong(at + SpoolRecord.HEADER);
        int kind = bytes.get(at + SpoolRecord.HEADER + Long.BYTES);
        return sequence > after && sequence - after < FURTHEST && kind >= 0 && kind < SpoolKind.values().length;
    }

    private boolean isWhole(int at) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(at + SpoolRecord.HEADER, bytes.getInt(at)));
        return (int) crc.getValue() == bytes.getInt(at + Integer.BYTES);
    }
}
