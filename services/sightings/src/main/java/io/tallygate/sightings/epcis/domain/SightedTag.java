package io.tallygate.sightings.epcis.domain;

import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Sighting;

/**
 * A sighting with what an event needs beside it.
 *
 * @param recordedAtUs when it was first kept, microseconds since the epoch
 */
public record SightedTag(Epc epc, Sighting sighting, long recordedAtUs) {}
