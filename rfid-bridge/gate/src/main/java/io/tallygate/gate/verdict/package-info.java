/**
 * The verdict on one crossing: the rules of the gate as a list, first match decides. Pure; no I/O, no framework.
 *
 * <p>{@link io.tallygate.gate.verdict.GateRules} is the table of reason codes in its order; each rule looks at a {@link
 * io.tallygate.gate.verdict.Passage} and answers with a {@link io.tallygate.gate.verdict.Judgement} or passes it on.
 */
@NullMarked
package io.tallygate.gate.verdict;

import org.jspecify.annotations.NullMarked;
