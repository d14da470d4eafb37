package io.tallygate.devices.imports.domain;

import java.util.Arrays;

/**
 * Which keys a dry run has accepted before. A real run finds them in the ledger; a dry run writes nothing, and the keys of half a million
 * rows as text would be hundreds of megabytes, so it keeps 64-bit hashes in one flat table.
 */
public final class SeenKeys {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long EMPTY = 0;

    private long[] slots = new long[1024];
    private int size;

    public boolean contains(String key) {
        return slots[slotOf(hash(key))] != EMPTY;
    }

    public void add(String key) {
        long hash = hash(key);
        int slot = slotOf(hash);
        if (slots[slot] == EMPTY) {
            slots[slot] = hash;
            size++;
            if (size * 2 > slots.length) {
                grow();
            }
        }
    }

    /** The slot that holds {@code hash}, or the empty one where it belongs. */
    private int slotOf(long hash) {
        int slot = (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
        while (slots[slot] != EMPTY && slots[slot] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        Arrays.stream(old).filter(hash -> hash != EMPTY).forEach(hash -> slots[slotOf(hash)] = hash);
    }

    private static long hash(String key) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        // FNV leaves the low bits of similar keys similar.
        hash ^= hash >>> 29;
        hash *= 0xbf58476d1ce4e5b9L;
        return hash == EMPTY ? 1 : hash;
    }
}
