/** Time as events carry it: microseconds since the epoch, UTC. */
@org.jspecify.annotations.NullMarked
package io.tallygate.commons.time;
