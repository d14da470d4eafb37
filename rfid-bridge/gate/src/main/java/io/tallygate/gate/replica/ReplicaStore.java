package io.tallygate.gate.replica;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The copy on disk: records under their topic's letter and key, the next offset of each partition, and when the copy was
 * last confirmed. Records and offsets are one atomic write.
 */
final class ReplicaStore implements AutoCloseable {
    private static final char OFFSET = 'o';
    private static final char CONFIRMED = 'c';

    static {
        RocksDB.loadLibrary();
    }

    private final Options options;
    private final WriteOptions writes;
    private final RocksDB db;

    private ReplicaStore(Options options, RocksDB db) {
        this.options = options;
        this.writes = new WriteOptions();
        this.db = db;
    }

    /** @throws RocksDBException when what is there cannot be read; nothing is left open then */
    static ReplicaStore open(Path dir) throws RocksDBException, IOException {
        Files.createDirectories(dir);
        Options options = new Options()
                .setCreateIfMissing(true)
                .setParanoidChecks(true)
                .setKeepLogFileNum(2)
                .setWriteBufferSize(8L << 20)
                .setMaxTotalWalSize(32L << 20);
        try {
            return new ReplicaStore(options, RocksDB.open(options, dir.toString()));
        } catch (RocksDBException e) {
            options.close();
            throw e;
        }
    }

    /** Gives every record to {@code each}. */
    void forEach(RecordVisitor each) throws RocksDBException {
        try (RocksIterator all = db.newIterator()) {
            for (all.seekToFirst(); all.isValid(); all.next()) {
                byte[] key = all.key();
                if (key.length == 0) {
                    continue;
                }
                ReplicaTopic.ofLetter((char) key[0])
                        .ifPresent(topic -> each.visit(
                                topic, new String(key, 1, key.length - 1, StandardCharsets.UTF_8), all.value()));
            }
            all.status();
        }
    }

    /** Every record of one topic. */
    Map<String, byte[]> all(ReplicaTopic topic) throws RocksDBException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (RocksIterator some = db.newIterator()) {
            for (some.seek(new byte[] {(byte) topic.letter()}); some.isValid(); some.next()) {
                byte[] key = some.key();
                if (key[0] != topic.letter()) {
                    break;
                }
                found.put(new String(key, 1, key.length - 1, StandardCharsets.UTF_8), some.value());
            }
            some.status();
        }
        return found;
    }

    /** Applies the records and the offsets after them; both or neither survive a kill. */
    void write(List<LedgerRecord> records) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            for (LedgerRecord entry : records) {
                byte[] key = key(entry.topic().letter(), entry.key());
                byte[] value = entry.value();
                if (value == null) {
                    batch.delete(key);
                } else {
                    batch.put(key, value);
                }
                batch.put(offsetKey(entry.topic(), entry.partition()), bytes(entry.offset() + 1));
            }
            db.write(writes, batch);
        }
    }

    /** Keeps a record of which no topic has told. */
    void put(ReplicaTopic topic, String key, byte[] value) throws RocksDBException {
        db.put(writes, key(topic.letter(), key), value);
    }

    void delete(ReplicaTopic topic, List<String> keys) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            for (String gone : keys) {
                batch.delete(key(topic.letter(), gone));
            }
            db.write(writes, batch);
        }
    }

    /** The offset to go on from, empty when the partition was never read. */
    OptionalLong nextOffset(ReplicaTopic topic, int partition) throws RocksDBException {
        byte[] value = db.get(offsetKey(topic, partition));
        return value == null
                ? OptionalLong.empty()
                : OptionalLong.of(ByteBuffer.wrap(value).getLong());
    }

    void saveConfirmedAt(Instant moment) throws RocksDBException {
        db.put(writes, key(CONFIRMED, ""), bytes(moment.toEpochMilli()));
    }

    @Nullable
    Instant confirmedAt() throws RocksDBException {
        byte[] value = db.get(key(CONFIRMED, ""));
        return value == null
                ? null
                : Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong());
    }

    @Override
    public void close() {
        writes.close();
        db.close();
        options.close();
    }

    private static byte[] offsetKey(ReplicaTopic topic, int partition) {
        return key(OFFSET, topic.topicName() + "/" + partition);
    }

    private static byte[] key(char letter, String key) {
        return (letter + key).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    @FunctionalInterface
    interface RecordVisitor {
        void visit(ReplicaTopic topic, String key, byte[] value);
    }
}
