package io.tallygate.facilities.room.rest;

import io.tallygate.facilities.room.Room;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room as clients see it. */
@Schema(requiredProperties = {"code", "name"})
public record RoomView(String code, String name) {

    static RoomView of(Room room) {
        return new RoomView(room.code(), room.name());
    }
}
