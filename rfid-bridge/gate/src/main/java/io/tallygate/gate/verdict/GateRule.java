package io.tallygate.gate.verdict;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of the verdict table.
 *
 * @param name reads as a sentence
 * @param decide the judgement, null when the rule has nothing to say
 */
record GateRule(String name, Function<Passage, @Nullable Judgement> decide) {}
