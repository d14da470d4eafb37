/** The web console's files, and its own paths, which exist only in the browser. */
@org.jspecify.annotations.NullMarked
package io.tallygate.gateway.console;
