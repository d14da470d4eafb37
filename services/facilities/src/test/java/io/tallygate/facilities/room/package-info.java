/** Scenarios of room, over HTTP. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.room;
