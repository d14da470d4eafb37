/**
 * Rooms, cabinets and portals, and what is in a cabinet. Rooms and cabinets are plain records in flat packages with {@code rest}
 * in front; a portal has rules and so has rings; contents is a projection of the custody that {@code carriers} publishes.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities;
