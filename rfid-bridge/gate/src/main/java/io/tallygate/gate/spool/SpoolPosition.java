package io.tallygate.gate.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The last sequence that Kafka has acknowledged, in two slots written in turn: a kill in the middle of one leaves the other.
 * Lost altogether it is 0, and everything still on disk is sent again.
 */
final class SpoolPosition implements AutoCloseable {
    private static final int SLOT = Long.BYTES * 2;

    private final FileChannel channel;
    private long acknowledged;
    private int nextSlot;

    private SpoolPosition(FileChannel channel) {
        this.channel = channel;
    }

    static SpoolPosition open(Path dir) throws IOException {
        SpoolPosition position = new SpoolPosition(FileChannel.open(
                dir.resolve("position"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        for (int slot = 0; slot < 2; slot++) {
            long found = position.readSlot(slot);
            if (found > position.acknowledged) {
                position.acknowledged = found;
                position.nextSlot = 1 - slot;
            }
        }
        return position;
    }

    long acknowledged() {
        return acknowledged;
    }

    void save(long sequence) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(SLOT)
                .putLong(sequence)
                .putLong(checksum(sequence))
                .flip();
        channel.write(slot, (long) nextSlot * SLOT);
        nextSlot = 1 - nextSlot;
        acknowledged = sequence;
    }

    private long readSlot(int number) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(SLOT);
        if (channel.read(slot, (long) number * SLOT) < SLOT) {
            return 0;
        }
        long sequence = slot.getLong(0);
        return slot.getLong(Long.BYTES) == checksum(sequence) ? sequence : 0;
    }

    private static long checksum(long sequence) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).flip());
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
