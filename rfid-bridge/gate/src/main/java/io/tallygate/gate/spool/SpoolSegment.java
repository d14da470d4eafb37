package io.tallygate.gate.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of the log, named after the sequence of its first record. */
final class SpoolSegment implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolSegment.class);
    private static final String SUFFIX = ".spool";

    private final Path file;
    private final FileChannel channel;
    private final long firstSequence;
    private volatile long lastSequence;
    private volatile long size;

    private SpoolSegment(Path file, FileChannel channel, long firstSequence) {
        this.file = file;
        this.channel = channel;
        this.firstSequence = firstSequence;
        this.lastSequence = firstSequence - 1;
    }

    static SpoolSegment create(Path dir, long firstSequence) throws IOException {
        Path file = dir.resolve(String.format("%020d", firstSequence) + SUFFIX);
        return new SpoolSegment(
                file,
                FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                firstSequence);
    }

    /** What a former process left, as long as it is; how much of it is whole is for {@link SpoolSalvage} to say. */
    static SpoolSegment existing(Path file) throws IOException {
        String name = file.getFileName().toString();
        long first = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        SpoolSegment segment = new SpoolSegment(
                file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE), first);
        segment.size = segment.channel.size();
        return segment;
    }

    /** Ends the file at {@code end}, behind the record {@code last}. */
    void cutTo(long end, long last) throws IOException {
        if (end < size) {
            LOG.warn("{} ends in {} bytes of a record half written; they are cut off", file.getFileName(), size - end);
            channel.truncate(end);
        }
        size = end;
        lastSequence = last;
    }

    /** Whether a record begins at {@code position} and the file ends before it does. */
    boolean isTornAt(long position) throws IOException {
        if (position + SpoolRecord.HEADER > size) {
            return true;
        }
        ByteBuffer header = ByteBuffer.allocate(SpoolRecord.HEADER);
        return readFully(header, position)
                && SpoolRecord.bodyLength(header)
                        .filter(length -> position + SpoolRecord.HEADER + length > size)
                        .isPresent()
                && findAfter(position + 1, lastSequence) < 0;
    }

    /** Where the next whole record beyond {@code sequence} begins at or after {@code position}, -1 when there is none. */
    long findAfter(long position, long sequence) throws IOException {
        return SpoolScan.find(channel, position, size, sequence);
    }

    /** Copies the file as it is to {@code <name>.damaged-<ms>}. */
    String copyAside(long nowMs) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + nowMs);
        Files.copy(file, aside);
        return aside.getFileName().toString();
    }

    /** When it was last written to. */
    long modifiedMs() throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    static boolean isSegment(Path file) {
        return file.getFileName().toString().matches("\\d{20}\\.spool");
    }

    /** Writes the record whole or, when the disk refuses, not at all. */
    void append(SpoolRecord next) throws IOException {
        ByteBuffer bytes = next.encode();
        int length = bytes.remaining();
        try {
            long at = size;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        } catch (IOException e) {
            channel.truncate(size);
            throw e;
        }
        size += length;
        lastSequence = next.sequence();
    }

    /** The record at {@code position}, null when no whole one is there. */
    @Nullable
    Entry readAt(long position) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(SpoolRecord.HEADER);
        if (position + SpoolRecord.HEADER > size || !readFully(header, position)) {
            return null;
        }
        Optional<Integer> length = SpoolRecord.bodyLength(header);
        long body = position + SpoolRecord.HEADER;
        if (length.isEmpty() || body + length.get() > size) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length.get());
        if (!readFully(bytes, body)) {
            return null;
        }
        return SpoolRecord.decode(header.getInt(Integer.BYTES), bytes.array())
                .map(found -> new Entry(found, body + length.get()))
                .orElse(null);
    }

    private boolean readFully(ByteBuffer target, long position) throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int read = channel.read(target, at);
            if (read < 0) {
                return false;
            }
            at += read;
        }
        return true;
    }

    void force() throws IOException {
        channel.force(false);
    }

    long firstSequence() {
        return firstSequence;
    }

    long lastSequence() {
        return lastSequence;
    }

    long size() {
        return size;
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** A record and the position after it. */
    record Entry(SpoolRecord found, long next) {}
}
