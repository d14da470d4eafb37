package io.tallygate.devices.ledger.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.http.Versions;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.devices.ledger.application.ReadingDevices;
import io.tallygate.devices.ledger.domain.Device;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reading the ledgers, each within their scope (G4). */
@Path("/api/devices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "devices")
@RunOnVirtualThread
@RolesAllowed({Roles.IT_STAFF, Roles.SECRECY_OFFICER, Roles.LEADER, Roles.FACILITY_MANAGER, Roles.MEMBER})
public class DeviceReadingResource {

    private final ReadingDevices readingDevices;
    private final Caller caller;

    public DeviceReadingResource(ReadingDevices readingDevices, Caller caller) {
        this.readingDevices = readingDevices;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listDevices", summary = "One page of the devices that the caller may see")
    public DevicePageView list(@BeanParam DeviceListParameters parameters) {
        DeviceListQuery query = parameters.read();
        return DevicePageView.of(readingDevices.page(query.filter(), query.from(), query.limit(), caller.scope()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDevice", summary = "One device; 404 as well when the caller may not see it")
    @APIResponse(
            responseCode = "200",
            description = "The device",
            headers = @Header(name = "ETag"),
            content = @Content(schema = @Schema(implementation = DeviceView.class)))
    public Response one(@PathParam("id") UUID id) {
        Device device = readingDevices.one(id, caller.scope()).orThrow();
        return Response.ok(DeviceView.of(device))
                .tag(Versions.tag(device.version()))
                .build();
    }

    @GET
    @Path("/{id}/history")
    @Operation(operationId = "getDeviceHistory", summary = "What the register says of a device, newest first")
    public DeviceHistoryView history(@PathParam("id") UUID id) {
        return DeviceHistoryView.of(readingDevices.history(id, caller.scope()).orThrow());
    }
}
