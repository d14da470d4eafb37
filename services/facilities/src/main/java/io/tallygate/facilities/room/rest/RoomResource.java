package io.tallygate.facilities.room.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.http.Bodies;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.paging.Limit;
import io.tallygate.facilities.room.RegisteringRoom;
import io.tallygate.facilities.room.Room;
import io.tallygate.facilities.room.Rooms;
import io.tallygate.relational.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/facilities/rooms}. */
@Path("/api/facilities/rooms")
@Tag(name = "rooms")
@RunOnVirtualThread
public class RoomResource {

    private final Rooms rooms;
    private final RegisteringRoom registering;
    private final Idempotency idempotency;
    private final Caller caller;

    RoomResource(Rooms rooms, RegisteringRoom registering, Idempotency idempotency, Caller caller) {
        this.rooms = rooms;
        this.registering = registering;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        Roles.FACILITY_MANAGER,
        Roles.IT_STAFF,
        Roles.SECRECY_OFFICER,
        Roles.LEADER,
        Roles.MEMBER,
        Roles.GUARD
    })
    @Operation(operationId = "listRooms", summary = "Rooms, in the order of their codes")
    public RoomPage list(
            @RestQuery @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500")) @Nullable
                    String limit,
            @RestQuery @Nullable String after) {
        return RoomPage.of(rooms.page(Limit.parse(limit), after));
    }

    @POST
    @RolesAllowed(Roles.FACILITY_MANAGER)
    @Operation(operationId = "registerRoom", summary = "Add a room")
    @APIResponseSchema(value = RoomView.class, responseCode = "201")
    public Response register(@Nullable RoomBody body, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
        RoomBody present = Bodies.required(body);
        Room asked = present.toRoom();
        // Whoever has left keeps their account for a while, but not their say.
        String actor = caller.person().username();
        return idempotency.execute(idempotencyKey, actor, "registerRoom", present, () -> created(actor, asked));
    }

    private Response created(String actor, Room asked) {
        Room added = registering.register(actor, asked).orThrow();
        return Response.status(Response.Status.CREATED)
                .entity(RoomView.of(added))
                .build();
    }
}
