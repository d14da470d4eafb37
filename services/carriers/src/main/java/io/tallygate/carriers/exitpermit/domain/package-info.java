/**
 * Carry-out 携带外出 (C17): a permit is asked for, decided on by a secrecy officer and a leader, neither of whom asked for it, and
 * ends by rejection, revocation, expiry, or when everything that left under it is back.
 *
 * <p>{@link io.tallygate.carriers.exitpermit.domain.ExitPermit} is sealed: each state has only its own transitions.
 * {@link io.tallygate.carriers.exitpermit.domain.CarryOutPolicy} holds the rules that a request must meet, together in a list;
 * where the regulations differ it asks {@link io.tallygate.carriers.exitpermit.domain.PolicyCatalogue}.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.carriers.exitpermit.domain;
