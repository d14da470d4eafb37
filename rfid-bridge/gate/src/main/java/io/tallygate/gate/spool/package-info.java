/**
 * What the gate has seen and decided, kept on disk until Kafka has it.
 *
 * <p>An append-only log in segments ({@link io.tallygate.gate.spool.SpoolSegment}): each record carries its sequence and a
 * checksum, so that after a kill the torn tail of the last segment is recognised and cut off. Gate threads only append;
 * {@link io.tallygate.gate.spool.SpoolSyncer} forces to disk on its own thread, crossings at once, reads within a second. A
 * crossing counts as safe when it is forced or when Kafka has acknowledged it, whichever comes first: between append and
 * force it survives a kill of the process, though not a loss of power.
 *
 * <p>The relay reads from the acknowledged position on and moves it when the broker has acknowledged; whole segments behind
 * it are deleted. The log is bounded: as it fills, read batches are thinned, then dropped, each counted; crossings never are.
 */
@NullMarked
package io.tallygate.gate.spool;

import org.jspecify.annotations.NullMarked;
