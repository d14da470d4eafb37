/**
 * Crossing detection: from the reads of one portal to "this tag went out" or "came in", while the carrier is at the line.
 *
 * <p>The pipeline: a {@link io.tallygate.crossing.TagObservation} goes to the {@link
 * io.tallygate.crossing.CrossingDetector} of its portal, in the order the reader reported it; a {@link
 * io.tallygate.crossing.Crossing} comes back when the evidence suffices. The detector knows antennas, zones, times and
 * signal strengths, and nothing of ledgers, permits or LLRP. It is pure: the same reads give the same crossings, which is
 * what makes a verdict replayable ({@link io.tallygate.crossing.ReplayMain}).
 *
 * <p>Inside: {@link io.tallygate.crossing.LineFilterDetector} keeps a {@link io.tallygate.crossing.TagTrack} for each tag in sight;
 * a track keeps a {@link io.tallygate.crossing.LineBelief} over the cells of {@link io.tallygate.crossing.LineGrid}, moved on by {@link
 * io.tallygate.crossing.LineMotion} and weighed against {@link io.tallygate.crossing.LineShapes}. What an installer may set is {@link
 * io.tallygate.crossing.CrossingTuning}. Another rule is another {@link io.tallygate.crossing.CrossingDetectorFactory} with another
 * rule version. How well it does stands in {@code docs/accuracy.md}.
 */
@NullMarked
package io.tallygate.crossing;

import org.jspecify.annotations.NullMarked;
