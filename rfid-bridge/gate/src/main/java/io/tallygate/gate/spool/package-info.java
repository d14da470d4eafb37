/**
 * What the gate has seen and decided, kept on disk until Kafka has it.
 *
 * <pre>
 *   decision → CrossingJournal (mapped memory) → horn → SpoolWriter → log of crossings → relay
 *   reads    → batch of up to 256 or 200 ms           → SpoolWriter → log of reads     → relay
 * </pre>
 *
 * <p>{@link io.tallygate.gate.spool.Spool} is an append-only log in segments: each record carries its sequence and a checksum.
 * The relay reads from the acknowledged position on and moves it when the broker has acknowledged; whole segments behind it are
 * deleted. {@link io.tallygate.gate.spool.SpoolLanes} joins one log of reads, one of crossings and the journal.
 *
 * <p><b>What is guaranteed</b> (ADR 0006):
 *
 * <ul>
 *   <li><b>A kill of the process</b> at any instant loses no crossing for which the horn was switched, nor one decided without:
 *       it is in the journal before the horn, in the log soon after. Reads of the last 200 ms may be lost, and so is what the
 *       detector had gathered about tags within the gate at that moment.
 *   <li><b>Loss of power</b> loses what was not forced: {@link io.tallygate.gate.spool.SpoolSyncer} forces crossings at once,
 *       on its own thread (some milliseconds of the disk), reads within a second. What Kafka has acknowledged is safe anyway.
 *   <li><b>Delivery</b> is at least once and in order within each log. A crossing may come twice with the same id, a batch of reads
 *       with the same number: consumers keep one.
 *   <li><b>Nothing waits for the disk</b> but the writer's thread. Whatever the disk does not take waits in {@link
 *       io.tallygate.gate.spool.SpoolWriter}: reads up to a bound, crossings up to one that no usual outage reaches; beyond the journal's
 *       256 slots those waiting are lost if the process is killed before the disk takes them.
 *   <li><b>Room</b>: from three quarters of the disk's or the memory's bound on reads are thinned ({@link
 *       io.tallygate.gate.spool.Thinning}), beyond it dropped, each counted; crossings never are.
 *   <li><b>Damage</b>: a file with a damaged record is set aside, its whole records go on ({@link
 *       io.tallygate.gate.spool.SpoolSalvage}).
 * </ul>
 */
@NullMarked
package io.tallygate.gate.spool;

import org.jspecify.annotations.NullMarked;
