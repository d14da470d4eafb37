/**
 * Benchmarks. Each {@link io.tallygate.bench.Bench} measures ours and a peer (or a limit of the machine) in the same run, turn and turn
 * about, so that the ratio means something on any machine. {@link io.tallygate.bench.BenchMain} runs one by its name and prints one
 * JSON object as its last line.
 */
@NullMarked
package io.tallygate.bench;

import org.jspecify.annotations.NullMarked;
