/**
 * Kafka on both sides. In: alarmed crossings, portal health and tags at two places, acknowledged once their effect is kept. Out: every version of an
 * incident is published after it is kept, by the relay, which the writer wakes and which sweeps for what a killed process left
 * behind. At least once: whoever reads must take the highest version, which is also the last one in the compacted topic.
 *
 * <p>{@link io.tallygate.incidents.incident.messaging.SilenceWatch} listens for what does not come: a portal that no bridge tells of.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.incidents.incident.messaging;
