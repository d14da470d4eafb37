/**
 * The append-only register of a service, which is also its outbox.
 *
 * <p>{@link io.tallygate.register.Register#append} writes an entry, and what is to be published with it, in the transaction of
 * the change. {@link io.tallygate.register.Sequencer}, one per service by an advisory lock, gives committed entries dense
 * positions; {@link io.tallygate.register.Relay} sends them to Kafka in that order, at least once. The Merkle tree and the signed
 * checkpoints hang on the sequencer: whoever gives a position will also append the entry's leaf.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.register;
