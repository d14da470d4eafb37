package io.tallygate.gate.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One record of the log.
 *
 * <p>On disk: {@code int} length of what follows the checksum, {@code int} CRC-32C of it, {@code long} sequence,
 * {@code byte} kind, {@code short} length of the key, key in UTF-8, value.
 *
 * @param sequence dense, from 1
 * @param key the Kafka key
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from disk to Kafka and never compared.
public record SpoolRecord(long sequence, SpoolKind kind, String key, byte[] value) {
    static final int HEADER = Integer.BYTES * 2;
    static final int FIXED = Long.BYTES + Byte.BYTES + Short.BYTES;
    private static final int LONGEST = 16 << 20;

    ByteBuffer encode() {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        int length = FIXED + keyBytes.length + value.length;
        ByteBuffer encoded = ByteBuffer.allocate(HEADER + length);
        encoded.putInt(length).putInt(0);
        encoded.putLong(sequence).put((byte) kind.ordinal()).putShort((short) keyBytes.length);
        encoded.put(keyBytes).put(value);
        encoded.putInt(Integer.BYTES, checksum(encoded.array(), HEADER, length));
        return encoded.flip();
    }

    /** Length of the body that a header announces, empty when no record can be so long. */
    static Optional<Integer> bodyLength(ByteBuffer header) {
        int length = header.getInt(0);
        return length < FIXED || length > LONGEST ? Optional.empty() : Optional.of(length);
    }

    /** Empty when the checksum or the content is wrong: a record half written, or damaged. */
    static Optional<SpoolRecord> decode(int checksum, byte[] body) {
        if (checksum(body, 0, body.length) != checksum) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(body);
        long sequence = in.getLong();
        int kind = in.get();
        int keyLength = in.getShort();
        if (kind < 0 || kind >= SpoolKind.values().length || keyLength < 0 || keyLength > in.remaining()) {
            return Optional.empty();
        }
        byte[] key = new byte[keyLength];
        byte[] value = new byte[in.remaining() - keyLength];
        in.get(key).get(value);
        return Optional.of(
                new SpoolRecord(sequence, SpoolKind.values()[kind], new String(key, StandardCharsets.UTF_8), value));
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
