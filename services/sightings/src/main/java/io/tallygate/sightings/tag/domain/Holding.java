package io.tallygate.sightings.tag.domain;

import java.util.Optional;

/**
 * What the ledger says of an item, as far as it decides who may see its tag.
 *
 * @param epc empty for an item without a tag
 * @param kind e.g. LAPTOP
 * @param version of the item's custody; a higher one is newer
 */
public record Holding(
        String itemId, Optional<Epc> epc, String kind, String departmentCode, int levelRank, long version) {}
