/**
 * From the spool to Kafka: {@link io.tallygate.gate.relay.KafkaRelay} sends in order, at least once, for as long as the gate
 * lives, and moves the spool's position only behind acknowledged records.
 */
@NullMarked
package io.tallygate.gate.relay;

import org.jspecify.annotations.NullMarked;
