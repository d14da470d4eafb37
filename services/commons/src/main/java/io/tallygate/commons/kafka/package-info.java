/**
 * Topics followed whole by every process ({@link io.tallygate.commons.kafka.TopicFollower}), copies of compacted ones in memory for
 * look-ups that must not leave it ({@link io.tallygate.commons.kafka.TopicReplica}), and what consumers do about bad records.
 *
 * <p>The gate's {@code ReplicaFollower} is none of these: it goes on from offsets on its own disk and confirms how old its copy is.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.commons.kafka;
