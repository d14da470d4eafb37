package io.tallygate.carriers.custody.domain;

import io.tallygate.carriers.identifier.PermitId;

/** What a crossing says about where the item now is. */
public sealed interface Movement {

    record LeftUnderPermit(PermitId permit) implements Movement {}

    record LeftUnpermitted() implements Movement {}

    record CameBack() implements Movement {}

    /** The tag was seen, but it does not prove that the item moved. */
    record NothingProved() implements Movement {}
}
