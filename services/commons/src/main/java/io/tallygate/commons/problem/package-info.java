/**
 * One shape for everything that is refused (RFC 9457). The domain returns a {@link io.tallygate.commons.problem.Refusal} as a value;
 * only the HTTP layer turns it into an exception, and {@link io.tallygate.commons.problem.ProblemMappers} into a response.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.commons.problem;
