package io.tallygate.facilities.contents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Custody of one item as the projection keeps it.
 *
 * @param cabinetCode null where it has no cabinet
 * @param version of the custody; a higher one is newer
 */
public record ItemCustody(
        String itemId,
        @Nullable String cabinetCode,
        String ledgerNo,
        String kind,
        int levelRank,
        String departmentCode,
        ItemState state,
        Instant since,
        long version) {}
