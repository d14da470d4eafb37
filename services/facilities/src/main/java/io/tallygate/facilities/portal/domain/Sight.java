package io.tallygate.facilities.portal.domain;

import java.util.Locale;

/**
 * How a portal notices that it sees nothing although its reader answers.
 *
 * @param referenceEpc a tag fixed within sight of the antennas, hexadecimal digits, kept in upper case; empty for none
 * @param minReadsPerMinute fewer reads than this are no sight; 0 for no floor
 */
public record Sight(String referenceEpc, int minReadsPerMinute) {

    public Sight {
        referenceEpc = referenceEpc.toUpperCase(Locale.ROOT);
    }
}
