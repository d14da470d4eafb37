package io.tallygate.gate.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
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

    /** @param damages told of a file that was no position and has been set aside */
    static SpoolPosition open(Path dir, long nowMs, List<String> damages) throws IOException {
        Path file = dir.resolve("position");
        SpoolPosition position = open(file);
        if (position.acknowledged == 0 && position.channel.size() > 0) {
            position.close();
            Path aside = file.resolveSibling("position.damaged-" + nowMs);
            Files.move(file, aside);
            damages.add(aside.getFileName().toString());
            position = open(file);
        }
        return position;
    }

    private static SpoolPosition open(Path file) throws IOException {
        SpoolPosition position = new SpoolPosition(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
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
