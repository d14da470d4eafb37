/**
 * Who calls and what they may see. Keycloak says who (user name and roles in the token); {@code personnel} says what (department
 * and clearance), through its compacted topics; {@link io.tallygate.commons.identity.Caller} joins the two.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.commons.identity;
