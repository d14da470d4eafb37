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
import java.util.Map;
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

    private final Path dir;
    private final Clock clock;
    private final PortalsFile portalsFile;
    private final ReplicaIndex index;
    private final List<String> setAside = new CopyOnWriteArrayList<>();
    /** Null while a new one cannot be made. */
    private @Nullable ReplicaStore store;

    private final List<Runnable> portalListeners = new CopyOnWriteArrayList<>();
    private Instant confirmationSavedAt = Instant.EPOCH;

    private Replica(Path dir, Clock clock, PortalsFile portalsFile, ReplicaStore store, ReplicaIndex index) {
        this.dir = dir;
        this.clock = clock;
        this.portalsFile = portalsFile;
        this.store = store;
        this.index = index;
    }

    /**
     * Opens the copy in {@code dir}. One that cannot be read is renamed to {@code <dir>.unreadable-<ms>} and begun anew, with the
     * portals that were kept beside it: until the topics have been read again the ledger counts as lost, and each portal's
     * fail mode rules.
     *
     * @throws UncheckedIOException when not even a new one can be made, or another process holds it
     */
    public static Replica open(Path dir, Clock clock) {
        try {
            return load(dir, clock);
        } catch (RocksDBException unreadable) {
            if (isHeldByAnother(unreadable)) {
                throw new UncheckedIOException(
                        new IOException("another process holds the replica in " + dir, unreadable));
            }
            return beginAnew(dir, clock, unreadable);
        } catch (IOException e) {
            return beginAnew(dir, clock, e);
        }
    }

    /** Not to be taken for damage; "block checksum mismatch" is not to be taken for a lock either. */
    private static boolean isHeldByAnother(RocksDBException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("While lock file") || message.contains("lock hold by current process");
    }

    private static Replica beginAnew(Path dir, Clock clock, Exception why) {
        try {
            String aside = moveAside(dir, clock, why);
            Replica fresh = load(dir, clock);
            fresh.setAside.add(aside);
            fresh.takePortals(fresh.portalsFile.read());
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RocksDBException e) {
            throw new UncheckedIOException(new IOException("no replica can be made in " + dir, e));
        }
    }

    private static String moveAside(Path dir, Clock clock, Exception why) throws IOException {
        Path aside = dir.resolveSibling(dir.getFileName() + ".unreadable-" + clock.millis());
        LOG.error("the replica cannot be used; it is set aside as {} and rebuilt", aside.getFileName(), why);
        Files.move(dir, aside);
        return aside.getFileName().toString();
    }

    private static Replica load(Path dir, Clock clock) throws RocksDBException, IOException {
        ReplicaStore store = ReplicaStore.open(dir);
        try {
            ReplicaIndex index = new ReplicaIndex();
            store.forEach(index::apply);
            index.confirmedAt(store.confirmedAt());
            PortalsFile portals = new PortalsFile(dir.resolveSibling(dir.getFileName() + ".portals"));
            return new Replica(dir, clock, portals, store, index);
        } catch (RocksDBException e) {
            store.close();
            throw e;
        }
    }

    private void takePortals(Map<String, byte[]> portals) throws RocksDBException {
        for (Map.Entry<String, byte[]> portal : portals.entrySet()) {
            store().put(ReplicaTopic.PORTALS, portal.getKey(), portal.getValue());
            index.apply(ReplicaTopic.PORTALS, portal.getKey(), portal.getValue());
        }
    }

    /**
     * The disk no longer takes what is written: sets the copy aside and begins one that is to be read from the topics' beginning.
     * What is in memory stays in force, and grows old until that is done.
     *
     * @throws UncheckedIOException when no new one can be made now; the follower tries again
     */
    void renew(RocksDBException why) {
        if (store != null) {
            store.close();
            store = null;
        }
        try {
            if (Files.exists(dir)) {
                setAside.add(moveAside(dir, clock, why));
            }
            store = ReplicaStore.open(dir);
            confirmationSavedAt = Instant.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RocksDBException e) {
            throw new UncheckedIOException(new IOException("no replica can be made in " + dir, e));
        }
    }

    /** Names of copies that could not be used any more, since the start of the process. */
    public List<String> setAside() {
        return List.copyOf(setAside);
    }

    private ReplicaStore store() throws RocksDBException {
        ReplicaStore open = store;
        if (open == null) {
            throw new RocksDBException("there is no store");
        }
        return open;
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
        store().write(records);
        records.forEach(entry -> index.apply(entry.topic(), entry.key(), entry.value()));
        if (records.stream().anyMatch(entry -> entry.topic() == ReplicaTopic.PORTALS)) {
            portalsChanged();
        }
    }

    private void portalsChanged() throws RocksDBException {
        portalsFile.write(store().all(ReplicaTopic.PORTALS));
        portalListeners.forEach(Runnable::run);
    }

    /** Drops what is not among {@code kept}: a full reading of the topic has not brought it. */
    void keepOnly(ReplicaTopic topic, Set<String> kept) throws RocksDBException {
        List<String> gone = new ArrayList<>(store().all(topic).keySet());
        gone.addAll(index.keys(topic));
        gone.removeIf(kept::contains);
        store().delete(topic, gone);
        gone.forEach(key -> index.apply(topic, key, null));
        if (topic == ReplicaTopic.PORTALS && !gone.isEmpty()) {
            portalsChanged();
        }
    }

    OptionalLong nextOffset(ReplicaTopic topic, int partition) throws RocksDBException {
        return store().nextOffset(topic, partition);
    }

    /** When the copy was last confirmed, null when never. */
    @Nullable
    Instant confirmedAt() throws RocksDBException {
        return store().confirmedAt();
    }

    /** The broker has just said that nothing newer exists. */
    void confirm() throws RocksDBException {
        Instant now = clock.instant();
        index.confirmedAt(now);
        if (Duration.between(confirmationSavedAt, now).compareTo(CONFIRMATION_SAVED_EVERY) >= 0) {
            store().saveConfirmedAt(now);
            confirmationSavedAt = now;
        }
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}
