/**
 * From the spool to Kafka: a {@link io.tallygate.gate.relay.KafkaRelay} for each log sends in order, at least once, for as long as
 * the gate lives, and moves the log's position only behind acknowledged records. What is under way at once is bounded ({@link
 * io.tallygate.gate.relay.RelayWindow}); the rest stays on disk.
 */
@NullMarked
package io.tallygate.gate.relay;

import org.jspecify.annotations.NullMarked;
