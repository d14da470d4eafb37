/**
 * The door to everything: sign-in and session ({@code access}), routing to the services ({@code proxy}), the live stream
 * ({@code live}), the merged API document ({@code openapi}) and the web console ({@code console}). It holds no state that is not
 * in a cookie or a topic.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.gateway;
