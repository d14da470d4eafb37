/**
 * Who has an item and where it is. A {@link io.tallygate.carriers.custody.domain.CustodyState} has as methods only the
 * transitions that are legal from it; {@link io.tallygate.carriers.custody.domain.CrossingRules} read what a gate saw as a
 * {@link io.tallygate.carriers.custody.domain.Movement}.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.carriers.custody.domain;
