/**
 * Departments and people with post and clearance: the one place that says what a person may see (H10, K7). Keycloak says who
 * signs in; the two meet in the user name.
 *
 * <p>One flat package, with {@code rest} in front of it: these are plain records with a handful of checks, no lifecycle that a
 * domain ring would protect. A change goes {@code rest} → {@link io.tallygate.personnel.RegisteringPerson} and its siblings →
 * entity and register in one transaction → {@code personnel.people.v1}, from which every service, this one too, knows its callers.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.personnel;
