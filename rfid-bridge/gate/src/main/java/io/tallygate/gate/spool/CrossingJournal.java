package io.tallygate.gate.spool;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Crossings between their decision and the spool, in a mapped file: writing there is writing to memory, waits for no disk and
 * costs microseconds, so it can come before the horn; and the pages are the system's, so a kill of the process does not lose
 * them. It is never forced: a loss of power may lose the last moments, as it may of the spool.
 *
 * <p>Slots of a page each, the last one freed taken first, so that the pages in use are few and stay in memory. Any thread.
 */
final class CrossingJournal implements AutoCloseable {
    static final int NO_SLOT = -1;
    private static final int SLOT_BYTES = 4096;
    private static final int SLOTS = 256;

    private final Arena arena;
    private final ByteBuffer slots;
    private final Deque<Integer> free = new ArrayDeque<>();
    private long stamp;

    private CrossingJournal(Arena arena, ByteBuffer slots) {
        this.arena = arena;
        this.slots = slots;
    }

    /** Opens the journal, with whatever a killed process left in it. */
    static CrossingJournal open(Path file) throws IOException {
        fill(file);
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) SLOTS * SLOT_BYTES, arena)
                    .asByteBuffer();
            return new CrossingJournal(arena, mapped);
        } catch (IOException e) {
            arena.close();
            throw e;
        }
    }

    /** A page that the disk has no room for would end the process when it is written to. */
    private static void fill(Path file) throws IOException {
        long missing = (long) SLOTS * SLOT_BYTES - (Files.exists(file) ? Files.size(file) : 0);
        if (missing > 0) {
            Files.write(file, new byte[Math.toIntExact(missing)], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** What a killed process had decided and perhaps not spooled, in order; and from here on slots are given out. */
    synchronized List<SpoolRecord> recover() {
        // A crossing is there twice when the kill came within complete(); the longer one has it all.
        SortedMap<Long, SpoolRecord> found = new TreeMap<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            read(slot)
                    .ifPresent(entry -> found.merge(
                            entry.sequence(),
                            entry,
                            (one, other) -> one.value().length > other.value().length ? one : other));
        }
        return List.copyOf(found.values());
    }

    /** Empties every slot: what was in them is in the spool. */
    synchronized void begin() {
        free.clear();
        for (int slot = SLOTS - 1; slot >= 0; slot--) {
            // Touched now, while nothing waits for it.
            slots.putInt(slot * SLOT_BYTES, 0);
            free.push(slot);
        }
    }

    private Optional<SpoolRecord> read(int slot) {
        int at = slot * SLOT_BYTES;
        int length = slots.getInt(at);
        if (length < SpoolRecord.FIXED || length > SLOT_BYTES - SpoolRecord.HEADER) {
            return Optional.empty();
        }
        byte[] body = new byte[length];
        slots.get(at + SpoolRecord.HEADER, body);
        return SpoolRecord.decode(slots.getInt(at + Integer.BYTES), body);
    }

    /** @return the slot it is in, {@link #NO_SLOT} when none is free or it is longer than one */
    int protect(String key, byte[] value) {
        return protect(NO_SLOT, key, value);
    }

    /**
     * Puts the whole of a crossing in the place of what {@code slot} has of it; at any instant one of the two is there.
     *
     * @return the slot it is in: {@code slot} itself, with what it had, when no other is free or {@code value} is longer than one
     */
    int complete(int slot, String key, byte[] value) {
        int next = protect(slot, key, value);
        if (next == NO_SLOT) {
            return slot;
        }
        VarHandle.releaseFence();
        release(slot);
        return next;
    }

    private int protect(int brief, String key, byte[] value) {
        int slot;
        SpoolRecord entry;
        synchronized (this) {
            if (free.isEmpty()) {
                return NO_SLOT;
            }
            slot = free.pop();
            long sequence = brief == NO_SLOT ? ++stamp : slots.getLong(brief * SLOT_BYTES + SpoolRecord.HEADER);
            entry = new SpoolRecord(sequence, SpoolKind.CROSSING, key, value);
        }
        ByteBuffer encoded = entry.encode();
        if (encoded.remaining() > SLOT_BYTES) {
            release(slot);
            return NO_SLOT;
        }
        slots.put(slot * SLOT_BYTES, encoded, 0, encoded.limit());
        return slot;
    }

    synchronized void release(int slot) {
        if (slot != NO_SLOT) {
            slots.putInt(slot * SLOT_BYTES, 0);
            free.push(slot);
        }
    }

    /** Only once nobody protects or releases any more. */
    @Override
    public synchronized void close() {
        free.clear();
        arena.close();
    }
}
