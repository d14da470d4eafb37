package io.tallygate.gate.record;

import io.tallygate.contracts.rfid.v1.ReadBatch;
import org.apache.kafka.common.TopicPartition;

/** A batch of reads and where it lies. */
record StoredBatch(TopicPartition partition, long offset, ReadBatch batch) {}
