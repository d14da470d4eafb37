package io.tallygate.facilities.portal.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a portal notices that it sees nothing although its reader is connected.
 *
 * @param referenceEpc EPC of a tag fixed within sight of the antennas, upper-case hex; null for none
 * @param minReadsPerMinute fewer reads than this make the portal blind; 0 for no floor
 */
public record SightRules(@Nullable String referenceEpc, int minReadsPerMinute) {

    public SightRules {
        referenceEpc = referenceEpc == null ? null : referenceEpc.toUpperCase(Locale.ROOT);
    }
}
