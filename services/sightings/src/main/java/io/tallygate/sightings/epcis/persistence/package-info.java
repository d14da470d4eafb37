/** Reads events off the sightings that the tags' part keeps. */
@org.jspecify.annotations.NullMarked
package io.tallygate.sightings.epcis.persistence;
