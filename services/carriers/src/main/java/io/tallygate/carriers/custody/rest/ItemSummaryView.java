package io.tallygate.carriers.custody.rest;

import io.tallygate.carriers.custody.application.CustodyList;
import io.tallygate.carriers.custody.domain.CustodyStatus;
import io.tallygate.commons.identity.Level;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An item in a list. */
@Schema(requiredProperties = {"itemId", "ledgerNo", "kind", "level", "name", "departmentCode", "keeperNo", "state"})
public record ItemSummaryView(
        UUID itemId,
        String ledgerNo,
        String kind,
        Level level,
        String name,
        String departmentCode,
        String keeperNo,
        @Nullable String cabinetCode,
        CustodyStatus state) {

    static ItemSummaryView of(CustodyList.Line line) {
        return new ItemSummaryView(
                line.item().value(),
                line.ledgerNo(),
                line.kind(),
                line.level(),
                line.name(),
                line.departmentCode(),
                line.keeperNo(),
                line.cabinetCode(),
                line.state());
    }
}
