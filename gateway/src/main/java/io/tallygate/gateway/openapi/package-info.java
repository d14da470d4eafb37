/** One API document for all services, made of the snapshots in {@code contracts/openapi}. */
@org.jspecify.annotations.NullMarked
package io.tallygate.gateway.openapi;
