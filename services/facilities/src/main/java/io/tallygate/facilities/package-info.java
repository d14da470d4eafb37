/**
 * Rooms, cabinets, portals and desks, and what is in a cabinet. Rooms, cabinets and desks are plain records in flat packages with {@code rest}
 * in front; a portal has rules and so has rings; contents is a projection of the custody that {@code carriers} publishes.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities;
