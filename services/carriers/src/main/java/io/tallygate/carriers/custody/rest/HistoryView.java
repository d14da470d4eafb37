package io.tallygate.carriers.custody.rest;

import io.tallygate.carriers.custody.application.CustodyHistory;
import io.tallygate.carriers.custody.domain.CustodyStatus;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of an item's history. */
@Schema(requiredProperties = {"at", "actor", "type", "state", "reason"})
public record HistoryView(
        Instant at,
        String actor,

        @Schema(
                description = "NOTED: a crossing that left custody as it was; `note` says why",
                enumeration = {"OPENED", "CHANGED", "NOTED"})
        String type,

        CustodyStatus state,

        @Schema(
                description =
                        "Reason code of the crossing, or REGISTERED LEDGER_CHANGED TAG_MOVED DISPOSED DESTROYED REINSTATED")
        String reason,

        @Schema(enumeration = {"LATE", "NO_CHANGE"}) @Nullable
        String note,

        @Nullable String permitId,
        @Nullable String crossingId,
        @Nullable String portalCode) {

    static HistoryView of(CustodyHistory.Entry entry) {
        return new HistoryView(
                entry.at(),
                entry.actor(),
                entry.type(),
                entry.state(),
                entry.reason(),
                entry.note(),
                entry.permitId(),
                entry.crossingId(),
                entry.portalCode());
    }
}
