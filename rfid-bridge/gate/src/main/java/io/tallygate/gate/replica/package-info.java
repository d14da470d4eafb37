/**
 * The gate's own copy of the ledger.
 *
 * <p>{@link io.tallygate.gate.replica.ReplicaFollower} reads the compacted topics without a consumer group, from offsets
 * that {@link io.tallygate.gate.replica.ReplicaStore} keeps in the same RocksDB write as the data, so that a kill at any
 * moment neither loses nor repeats a change. {@link io.tallygate.gate.replica.ReplicaIndex} holds the same in memory for the
 * verdict. On start the index is filled from disk: Kafka need not be there.
 *
 * <p>The copy knows its age: the last moment at which the broker confirmed that nothing newer exists. After a long absence,
 * when tombstones may have been compacted away, or when a topic has been made anew, everything is read again and what no
 * longer comes is dropped ({@link io.tallygate.gate.replica.Resync}). A store that cannot be read is set aside, not
 * deleted, and the copy counts as lost until it is rebuilt: each portal's fail mode rules. The portals themselves are kept a
 * second time ({@link io.tallygate.gate.replica.PortalsFile}), so that their readers are watched meanwhile. A store that fails
 * while it is written is set aside, too; what is in memory stays in force, and grows old, until the new one is whole.
 */
@NullMarked
package io.tallygate.gate.replica;

import org.jspecify.annotations.NullMarked;
