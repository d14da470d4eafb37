package io.tallygate.sightings.tag.domain;

/**
 * A tag seen by an antenna.
 *
 * @param rssiCentiDbm peak signal strength in hundredths of a dBm
 * @param seenAtUs microseconds since the epoch
 * @param count how many times it was seen in this one report, at least 1
 */
public record Read(Epc epc, String portalCode, int antenna, int rssiCentiDbm, long seenAtUs, int count) {

    public Place place() {
        return new Place(epc, portalCode);
    }
}
