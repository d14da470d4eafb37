package io.tallygate.carriers.custody.rest;

import io.tallygate.carriers.custody.domain.CustodyStatus;
import io.tallygate.commons.identity.Level;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Custody of one item. */
@Schema(
        requiredProperties = {
            "itemId",
            "ledgerNo",
            "kind",
            "level",
            "name",
            "departmentCode",
            "state",
            "keeperNo",
            "place",
            "since",
            "version",
            "history"
        })
public record ItemView(
        UUID itemId,
        String ledgerNo,
        String kind,
        Level level,
        String name,
        String departmentCode,
        CustodyStatus state,
        String keeperNo,
        PlaceView place,

        @Schema(description = "The permit it is out under") @Nullable
        PermitRefView permit,

        @Nullable TagView tag,
        Instant since,
        long version,

        @Schema(description = "Newest first, at most 200 entries")
        List<HistoryView> history) {}
