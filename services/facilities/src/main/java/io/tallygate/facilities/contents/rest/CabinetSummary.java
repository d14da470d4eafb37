package io.tallygate.facilities.contents.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.facilities.cabinet.Cabinet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose contents these are. */
@Schema(requiredProperties = {"code", "roomCode", "name", "maxLevel"})
public record CabinetSummary(String code, String roomCode, String name, Level maxLevel) {

    static CabinetSummary of(Cabinet cabinet) {
        return new CabinetSummary(cabinet.code(), cabinet.roomCode(), cabinet.name(), cabinet.maxLevel());
    }
}
