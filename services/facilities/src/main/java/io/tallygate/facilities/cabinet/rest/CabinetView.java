package io.tallygate.facilities.cabinet.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.facilities.cabinet.Cabinet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cabinet as clients see it. */
@Schema(requiredProperties = {"code", "roomCode", "name", "maxLevel", "version"})
public record CabinetView(String code, String roomCode, String name, Level maxLevel, long version) {

    public static CabinetView of(Cabinet cabinet) {
        return new CabinetView(
                cabinet.code(), cabinet.roomCode(), cabinet.name(), cabinet.maxLevel(), cabinet.version());
    }
}
