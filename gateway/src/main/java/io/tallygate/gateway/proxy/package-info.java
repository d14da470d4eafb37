/** Hands {@code /api/<service>/…} to the service, with the caller's access token and without their cookie. */
@org.jspecify.annotations.NullMarked
package io.tallygate.gateway.proxy;
