/** Conditional requests: a change names the version it was made from. */
@org.jspecify.annotations.NullMarked
package io.tallygate.commons.http;
