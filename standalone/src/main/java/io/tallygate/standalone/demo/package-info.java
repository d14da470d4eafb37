/**
 * Loads the demo data through the gateway, as the people of the demo would enter it: {@code /demo/calls.json} is the list
 * of calls, in order. What is there already is left as it is, so that it can be run again.
 */
@NullMarked
package io.tallygate.standalone.demo;

import org.jspecify.annotations.NullMarked;
