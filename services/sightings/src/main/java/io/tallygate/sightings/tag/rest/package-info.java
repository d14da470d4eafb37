/** {@code /api/sightings}. */
@org.jspecify.annotations.NullMarked
package io.tallygate.sightings.tag.rest;
