/**
 * Coverage-guided fuzzing of everything that reads a peer's bytes, with Jazzer. {@link io.tallygate.llrp.fuzz.DecoderFuzzTest} runs
 * each target for a while with every build, CI for two minutes and one, beginning with the corpus in {@code src/test/fuzz}. For hours:
 *
 * <pre>
 *   mvn -pl rfid-bridge/llrp-fuzz -am test -Dtest=DecoderFuzzTest -Dsurefire.failIfNoSpecifiedTests=false -Dtallygate.fuzz.seconds=7200
 * </pre>
 *
 * <p>What it finds new stands in {@code target/fuzz/<target>/corpus}, an input that breaks a target beside it as {@code crash-…}.
 */
@NullMarked
package io.tallygate.llrp.fuzz;

import org.jspecify.annotations.NullMarked;
