/**
 * The scenario bench of the crossing detector.
 *
 * <p>The pipeline: a {@link io.tallygate.bench.accuracy.Family} draws a {@link io.tallygate.bench.accuracy.Site} (antennas, path loss,
 * fades, reader), a {@link io.tallygate.bench.accuracy.Scenario} puts a {@link io.tallygate.bench.accuracy.Cast} of tags and bodies
 * before it, an {@link io.tallygate.bench.accuracy.Inventory} reads them; the {@link io.tallygate.bench.accuracy.LabelledTrace} goes
 * through the rule in force and two baselines, each counted by a {@link io.tallygate.bench.accuracy.Tally}. The assumptions and the
 * definitions stand in {@code docs/accuracy.md}; nothing here knows how the detector works, nor the other way round.
 */
@NullMarked
package io.tallygate.bench.accuracy;

import org.jspecify.annotations.NullMarked;
