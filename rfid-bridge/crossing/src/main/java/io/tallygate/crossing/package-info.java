/**
 * Crossing detection: from the reads of one portal to "this tag went out" or "came in", while the carrier is at the line.
 *
 * <p>The pipeline: a {@link io.tallygate.crossing.TagObservation} goes to the {@link
 * io.tallygate.crossing.CrossingDetector} of its portal, in the order the reader reported it; a {@link
 * io.tallygate.crossing.Crossing} comes back when the evidence suffices. The detector knows antennas, zones, times and
 * signal strengths, and nothing of ledgers, permits or LLRP. It is pure: the same reads give the same crossings, which is
 * what makes a verdict replayable ({@link io.tallygate.crossing.ReplayMain}).
 *
 * <p>{@link io.tallygate.crossing.ZoneBalanceDetector} is the rule in force. Another rule is another {@link
 * io.tallygate.crossing.CrossingDetectorFactory} with another rule version.
 */
@NullMarked
package io.tallygate.crossing;

import org.jspecify.annotations.NullMarked;
