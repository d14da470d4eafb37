/** The HTTP face of rooms. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.room.rest;
