package io.tallygate.carriers.custody.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an item is: its cabinet and room while it is in place, else the portal it was last seen at and that portal's room. */
@Schema(
        description =
                "Cabinet and room while in place; the portal it left through, and that portal's room, while it is out")
public record PlaceView(
        @Nullable String cabinetCode,
        @Nullable String roomCode,
        @Nullable String portalCode) {}
