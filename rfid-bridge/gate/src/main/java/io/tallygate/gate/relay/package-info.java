/**
 * From the spool to Kafka: a {@link io.tallygate.gate.relay.KafkaRelay} for each log sends in order, at least once, for as long as
 * the gate lives, and moves the log's position only behind acknowledged records. What is under way at once is bounded ({@link
 * io.tallygate.gate.relay.RelayWindow}); the rest stays on disk.
 *
 * <p>Consumers keep the first of what comes twice and pass over what is older than what they have, so a record that is overtaken
 * is as good as lost. Three rules keep the first arrivals of a key in order, whatever the broker answers:
 *
 * <ul>
 *   <li>One request under way at a time ({@link io.tallygate.gate.relay.KafkaSettings}). An idempotent producer's numbers do not
 *       help against a broker that does not know it, for it is new or forgotten: when such a broker turns the first batch away,
 *       being not yet the leader, and takes the second, then the first is out of sequence for ever.
 *   <li>Nothing is sent behind a record that failed: neither by the producer, which is closed before it sends more ({@link
 *       io.tallygate.gate.relay.OrderedSender}), nor by the relay, which begins again at that record with a new one.
 *   <li>A producer never gives a record up by itself.
 * </ul>
 *
 * What may come twice is what was under way when a producer was closed or the broker lost what it knew of it.
 *
 * <p>What is not of record goes beside the spool: {@link io.tallygate.gate.relay.StatePublisher} tells states of which the newest alone
 * matters, and {@link io.tallygate.gate.relay.TopicFollower} reads what others tell.
 */
@NullMarked
package io.tallygate.gate.relay;

import org.jspecify.annotations.NullMarked;
