package io.tallygate.gate.replica;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rocksdb.RocksDBException;

/**
 * A full reading of every topic, during which the old copy stays in force. Once the end is reached, what has not come again
 * is gone from the ledger and goes here too.
 */
final class Resync {
    private final Map<ReplicaTopic, Set<String>> seen = new EnumMap<>(ReplicaTopic.class);

    Resync() {
        for (ReplicaTopic topic : ReplicaTopic.values()) {
            seen.put(topic, new HashSet<>());
        }
    }

    void saw(List<LedgerRecord> records) {
        for (LedgerRecord entry : records) {
            Set<String> keys = seen.getOrDefault(entry.topic(), new HashSet<>());
            if (entry.value() == null) {
                keys.remove(entry.key());
            } else {
                keys.add(entry.key());
            }
        }
    }

    void finish(Replica replica) throws RocksDBException {
        for (Map.Entry<ReplicaTopic, Set<String>> topic : seen.entrySet()) {
            replica.keepOnly(topic.getKey(), topic.getValue());
        }
    }
}
