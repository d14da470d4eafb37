package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.custody.domain.CustodyStatus;
import io.tallygate.carriers.identifier.ItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the register says of the custody of one item. */
public interface CustodyHistory {

    /**
     * One entry.
     *
     * @param type {@code OPENED}, {@code CHANGED}, or {@code NOTED} for a crossing that left custody as it was
     * @param state the state after it
     * @param note why custody stayed as it was; null otherwise
     */
    record Entry(
            Instant at,
            String actor,
            String type,
            CustodyStatus state,
            String reason,
            @Nullable String note,
            @Nullable String permitId,
            @Nullable String crossingId,
            @Nullable String portalCode) {}

    /** Newest first. The caller has checked that the item may be seen. */
    List<Entry> of(ItemId item, int limit);
}
