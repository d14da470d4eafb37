package io.tallygate.carriers.exitpermit.rest;

import io.tallygate.carriers.exitpermit.application.PermitReading;
import io.tallygate.commons.identity.Level;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item on a permit. */
@Schema(requiredProperties = {"itemId", "ledgerNo", "kind", "level", "name"})
public record PermitItemView(UUID itemId, String ledgerNo, String kind, Level level, String name) {

    static PermitItemView of(PermitReading.NamedItem item) {
        return new PermitItemView(item.id().value(), item.ledgerNo(), item.kind(), item.level(), item.name());
    }
}
