package io.tallygate.sightings.tag.domain;

/**
 * One glimpse of a tag at a portal.
 *
 * @param rssiCentiDbm peak signal strength in hundredths of a dBm
 * @param seenAtUs microseconds since the epoch
 */
public record Sight(String portalCode, int antenna, int rssiCentiDbm, long seenAtUs) {

    static Sight of(Read read) {
        return new Sight(read.portalCode(), read.antenna(), read.rssiCentiDbm(), read.seenAtUs());
    }
}
