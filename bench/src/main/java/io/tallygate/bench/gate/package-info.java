/**
 * {@code bench gate-latency}: from the report that decides a crossing to the alarm write, both seen at the reader's end of the
 * wire, beside an echo of the same bytes in the same run.
 *
 * <p>{@link io.tallygate.bench.gate.LoadedReader} is a simulated reader that carries tags out all the time and knows, from a
 * detector of its own, which report each alarm answers. {@link io.tallygate.bench.gate.EchoPeer} is the limit to compare with.
 */
@NullMarked
package io.tallygate.bench.gate;

import org.jspecify.annotations.NullMarked;
