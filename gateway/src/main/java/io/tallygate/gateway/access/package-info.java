/** Who is at the door: a session cookie or a bearer token, turned into an identity, or a problem. */
@org.jspecify.annotations.NullMarked
package io.tallygate.gateway.access;
