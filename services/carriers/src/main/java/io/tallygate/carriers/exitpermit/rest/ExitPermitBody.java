package io.tallygate.carriers.exitpermit.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request for an exit permit, as it comes. */
@Schema(
        requiredProperties = {
            "itemIds",
            "holderNo",
            "portalCodes",
            "validFrom",
            "validUntil",
            "returnBy",
            "destination",
            "purpose",
            "packaging"
        })
public record ExitPermitBody(
        @Nullable List<@Nullable String> itemIds,

        @Schema(description = "Person number of who carries the items") @Nullable
        String holderNo,

        @Nullable List<@Nullable String> portalCodes,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Instant returnBy,
        @Nullable String destination,
        @Nullable String purpose,

        @Schema(description = "How they are carried, e.g. sealed bag, code box") @Nullable
        String packaging) {}
