/** Rooms 保密室 (R1): a code and a name. One flat package, for there is nothing to decide about them yet. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.room;
