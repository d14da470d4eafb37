/** {@code /api/sightings/epcis}: the query interface of EPCIS 2.0, section 12 of the standard, as far as gates have part in it. */
@org.jspecify.annotations.NullMarked
package io.tallygate.sightings.epcis.rest;
