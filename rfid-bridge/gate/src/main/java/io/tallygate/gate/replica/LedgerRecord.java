package io.tallygate.gate.replica;

import org.jspecify.annotations.Nullable;

/**
 * One record of a followed topic.
 *
 * @param value the message, null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Travels from Kafka to RocksDB and is never compared.
record LedgerRecord(ReplicaTopic topic, int partition, long offset, String key, byte @Nullable [] value) {}
