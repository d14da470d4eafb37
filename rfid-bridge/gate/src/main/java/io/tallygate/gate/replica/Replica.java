package io.tallygate.gate.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The copy, on disk and in memory alike. Opened, it can be judged by at once. Written by one thread, the follower's.
 */
public final class Replica implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);
    private static final Duration CONFIRMATION_SAVED_EVERY = Duration.ofSeconds(10);

    private final Clock clock;
    private final ReplicaStore store;
    private final ReplicaIndex index;
    private final List<Runnable> portalListeners = new CopyOnWriteArrayList<>();
    private Instant confirmationSavedAt = Instant.EPOCH;

    private Replica(Clock clock, ReplicaStore store, ReplicaIndex index) {
        this.clock = clock;
        this.store = store;
        this.index = index;
    }

    /**
     * Opens the copy in {@code dir}. One that cannot be read is renamed to {@code <dir>.unreadable-<ms>} and begun anew.
     *
     * @throws UncheckedIOException when not even a new one can be made
     */
    public static Replica open(Path dir, Clock clock) {
        try {
            return load(dir, clock);
        } catch (RocksDBException unreadable) {
            if (isHeldByAnother(unreadable)) {
                throw new UncheckedIOException(
                        new IOException("another process holds the replica in " + dir, unreadable));
            }
            Path aside = dir.resolveSibling(dir.getFileName() + ".unreadable-" + clock.millis());
            LOG.error("the replica cannot be read; it is set aside as {} and rebuilt", aside, unreadable);
            return beginAnew(dir, aside, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHeldByAnother(RocksDBException e) {
        return String.valueOf(e.getMessage()).contains("lock");
    }

    private static Replica beginAnew(Path dir, Path aside, Clock clock) {
        try {
            Files.move(dir, aside);
            return load(dir, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RocksDBException e) {
            throw new UncheckedIOException(new IOException("no replica can be made in " + dir, e));
        }
    }

    private static Replica load(Path dir, Clock clock) throws RocksDBException, IOException {
        ReplicaStore store = ReplicaStore.open(dir);
        try {
            ReplicaIndex index = new ReplicaIndex();
            store.forEach(index::apply);
            index.confirmedAt(store.confirmedAt());
            return new Replica(clock, store, index);
        } catch (RocksDBException e) {
            store.close();
            throw e;
        }
    }

    public ReplicaIndex index() {
        return index;
    }

    /** {@code listener} runs on the follower's thread whenever portals may have changed. */
    public void onPortalsChanged(Runnable listener) {
        portalListeners.add(listener);
    }

    void apply(List<LedgerRecord> records) throws RocksDBException {
        if (records.isEmpty()) {
            return;
        }
        store.write(records);
        records.forEach(entry -> index.apply(entry.topic(), entry.key(), entry.value()));
        if (records.stream().anyMatch(entry -> entry.topic() == ReplicaTopic.PORTALS)) {
            portalListeners.forEach(Runnable::run);
        }
    }

    /** Drops what is not among {@code kept}: a full reading of the topic has not brought it. */
    void keepOnly(ReplicaTopic topic, Set<String> kept) throws RocksDBException {
        List<String> gone = new ArrayList<>();
        store.forEach((found, key, value) -> {
            if (found == topic && !kept.contains(key)) {
                gone.add(key);
            }
        });
        store.delete(topic, gone);
        gone.forEach(key -> index.apply(topic, key, null));
        if (topic == ReplicaTopic.PORTALS && !gone.isEmpty()) {
            portalListeners.forEach(Runnable::run);
        }
    }

    OptionalLong nextOffset(ReplicaTopic topic, int partition) throws RocksDBException {
        return store.nextOffset(topic, partition);
    }

    /** When the copy was last confirmed, null when never. */
    @Nullable
    Instant confirmedAt() throws RocksDBException {
        return store.confirmedAt();
    }

    /** The broker has just said that nothing newer exists. */
    void confirm() throws RocksDBException {
        Instant now = clock.instant();
        index.confirmedAt(now);
        if (Duration.between(confirmationSavedAt, now).compareTo(CONFIRMATION_SAVED_EVERY) >= 0) {
            store.saveConfirmedAt(now);
            confirmationSavedAt = now;
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
