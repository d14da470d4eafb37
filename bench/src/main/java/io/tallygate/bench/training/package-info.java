/**
 * Learns the weights of the crossing rule from labelled traces.
 *
 * <p>The pipeline, twice: traces, drawn by the bench's families or made by others, go through the rule as far as it is learned; a {@link
 * io.tallygate.bench.training.SignCollector} keeps now and then the signs that the rule weighs, with what would have been right ({@link
 * io.tallygate.bench.training.Truth}), as {@link io.tallygate.bench.training.SignRows}; a {@link io.tallygate.bench.training.Trainer}
 * fits a {@link io.tallygate.bench.training.Network} to them. First that of a tag's own signs; then, with it in force, that of all signs,
 * and once more with both in force, for what the rule decides changes what it sees next. The same seed gives the same weights.
 */
@NullMarked
package io.tallygate.bench.training;

import org.jspecify.annotations.NullMarked;
