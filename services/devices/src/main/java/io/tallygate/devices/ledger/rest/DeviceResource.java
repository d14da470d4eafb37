package io.tallygate.devices.ledger.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.http.Bodies;
import io.tallygate.commons.http.Versions;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.devices.ledger.application.ChangingDevice;
import io.tallygate.devices.ledger.application.RegisteringDevice;
import io.tallygate.devices.ledger.application.Registrar;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.DeviceChange;
import io.tallygate.relational.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Writing into the ledgers (G2). */
@Path("/api/devices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "devices")
@RunOnVirtualThread
@RolesAllowed(Roles.IT_STAFF)
public class DeviceResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final RegisteringDevice registeringDevice;
    private final ChangingDevice changingDevice;
    private final Idempotency idempotency;
    private final Caller caller;
    private final ObjectMapper json;

    public DeviceResource(
            RegisteringDevice registeringDevice,
            ChangingDevice changingDevice,
            Idempotency idempotency,
            Caller caller,
            ObjectMapper json) {
        this.registeringDevice = registeringDevice;
        this.changingDevice = changingDevice;
        this.idempotency = idempotency;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "registerDevice", summary = "Registers a device in its ledger")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            headers = {@Header(name = "Location"), @Header(name = "ETag")},
            content = @Content(schema = @Schema(implementation = DeviceView.class)))
    public Response register(
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DeviceBody.class)))
                    JsonNode document)
            throws JsonProcessingException {
        DeviceBody body = Bodies.required(json.treeToValue(Bodies.required(document), DeviceBody.class));
        return idempotency.execute(key, caller.username(), "registerDevice", document, () -> {
            Device device =
                    registeringDevice.register(body.toDraft(), registrar()).orThrow();
            return answer(Response.status(Response.Status.CREATED), device)
                    .header(HttpHeaders.LOCATION, "/api/devices/" + device.id())
                    .build();
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(operationId = "changeDevice", summary = "Changes a device, from the version named in If-Match")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            headers = @Header(name = "ETag"),
            content = @Content(schema = @Schema(implementation = DeviceView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DevicePatchBody.class)))
                    String body)
            throws JsonProcessingException {
        long version = Versions.required(ifMatch);
        JsonNode document = json.readTree(Bodies.required(body));
        return idempotency.execute(key, caller.username(), "changeDevice", List.of(id, version, document), () -> {
            DeviceChange change = MergePatch.read(document).orThrow();
            Device device =
                    changingDevice.change(id, version, change, registrar()).orThrow();
            return answer(Response.ok(), device).build();
        });
    }

    private Registrar registrar() {
        return new Registrar(caller.username(), caller.scope());
    }

    private static Response.ResponseBuilder answer(Response.ResponseBuilder response, Device device) {
        return response.entity(DeviceView.of(device)).tag(Versions.tag(device.version()));
    }
}
