package io.tallygate.facilities.room.rest;

import io.tallygate.commons.paging.Page;
import io.tallygate.facilities.room.Room;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of rooms. */
@Schema(requiredProperties = "items")
public record RoomPage(List<RoomView> items, @Nullable String next) {

    static RoomPage of(Page<Room> page) {
        Page<RoomView> views = page.map(RoomView::of);
        return new RoomPage(views.items(), views.next());
    }
}
