package io.tallygate.carriers.exitpermit.rest;

import io.tallygate.carriers.exitpermit.application.PermitReading;
import io.tallygate.carriers.exitpermit.domain.PermitState;
import io.tallygate.carriers.exitpermit.domain.Terms;
import io.tallygate.carriers.identifier.PortalCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A permit. */
@Schema(
        requiredProperties = {
            "id",
            "permitNo",
            "state",
            "itemIds",
            "items",
            "holderNo",
            "portalCodes",
            "validFrom",
            "validUntil",
            "returnBy",
            "destination",
            "purpose",
            "packaging",
            "requestedBy",
            "requestedAt",
            "decisions",
            "version"
        })
public record ExitPermitView(
        UUID id,
        String permitNo,
        PermitState state,
        List<UUID> itemIds,
        List<PermitItemView> items,
        String holderNo,
        List<String> portalCodes,
        Instant validFrom,
        Instant validUntil,
        Instant returnBy,
        String destination,
        String purpose,
        String packaging,
        @Schema(description = "User name") String requestedBy,
        Instant requestedAt,
        List<DecisionView> decisions,
        long version) {

    static ExitPermitView of(PermitReading permit) {
        Terms terms = permit.terms();
        return new ExitPermitView(
                permit.id().value(),
                permit.permitNo(),
                permit.state(),
                permit.items().stream().map(item -> item.id().value()).toList(),
                permit.items().stream().map(PermitItemView::of).toList(),
                terms.holderNo(),
                terms.portals().stream().map(PortalCode::value).toList(),
                terms.window().from(),
                terms.window().until(),
                terms.returnBy(),
                terms.destination(),
                terms.purpose(),
                terms.packaging(),
                permit.requestedBy(),
                permit.requestedAt(),
                permit.decisions().stream().map(DecisionView::of).toList(),
                permit.version());
    }
}
