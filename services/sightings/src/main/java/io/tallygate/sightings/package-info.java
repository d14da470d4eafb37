/** Sightings: where each tag was seen, when, and which way it went. */
@org.jspecify.annotations.NullMarked
package io.tallygate.sightings;
