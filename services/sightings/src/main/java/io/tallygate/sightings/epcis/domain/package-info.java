/** What a sighting means as an EPCIS event, by the Core Business Vocabulary 2.0, and what can be asked of events. */
@org.jspecify.annotations.NullMarked
package io.tallygate.sightings.epcis.domain;
