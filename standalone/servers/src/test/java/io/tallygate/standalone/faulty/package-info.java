/**
 * A broker on the wire that fails on purpose, for the tests of whoever sends to Kafka: no real one can be made to turn away, or
 * take without saying so, the very batch that a test means.
 */
@NullMarked
package io.tallygate.standalone.faulty;

import org.jspecify.annotations.NullMarked;
