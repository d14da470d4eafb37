package io.tallygate.devices.ledger.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.http.Bodies;
import io.tallygate.commons.http.Versions;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.devices.ledger.application.ChangingDevice;
import io.tallygate.devices.ledger.application.CheckingTag;
import io.tallygate.devices.ledger.application.ProposingEpc;
import io.tallygate.devices.ledger.application.Registrar;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.relational.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tags on devices (G2). */
@Path("/api/devices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "devices")
@RunOnVirtualThread
@RolesAllowed(Roles.IT_STAFF)
public class TagResource {

    private final ChangingDevice changingDevice;
    private final ProposingEpc proposingEpc;
    private final CheckingTag checkingTag;
    private final Idempotency idempotency;
    private final Caller caller;

    public TagResource(
            ChangingDevice changingDevice,
            ProposingEpc proposingEpc,
            CheckingTag checkingTag,
            Idempotency idempotency,
            Caller caller) {
        this.changingDevice = changingDevice;
        this.proposingEpc = proposingEpc;
        this.checkingTag = checkingTag;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}/tag")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "retagDevice",
            summary =
                    "Puts a new tag on a device, from the version named in If-Match; the old EPC is never another device's")
    @APIResponse(
            responseCode = "200",
            description = "Retagged",
            headers = @Header(name = "ETag"),
            content = @Content(schema = @Schema(implementation = DeviceView.class)))
    public Response retag(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = true) @Nullable RetaggingBody body) {
        long version = Versions.required(ifMatch);
        RetaggingBody asked = Bodies.required(body);
        return idempotency.execute(key, caller.username(), "retagDevice", Arrays.asList(id, version, asked), () -> {
            Device device = changingDevice
                    .change(id, version, asked.toChange().orThrow(), new Registrar(caller.username(), caller.scope()))
                    .orThrow();
            return Response.ok(DeviceView.of(device))
                    .tag(Versions.tag(device.version()))
                    .build();
        });
    }

    @POST
    @Path("/epc-suggestions")
    @Operation(
            operationId = "suggestEpc",
            summary =
                    "A GIAI-96 under the organisation's company prefix that no device has; no two answers are the same")
    public EpcProposalView suggest() {
        return EpcProposalView.of(proposingEpc.propose());
    }

    @GET
    @Path("/tag-claims")
    @Operation(
            operationId = "getTagClaims",
            summary = "Which devices have this EPC or TID, or had the EPC: what would be refused of it")
    public TagClaimsView claims(
            @QueryParam("epc") @Parameter(required = true) @Nullable String epc,
            @QueryParam("tid") @Nullable String tid) {
        var tag = TagQuery.tag(epc, tid);
        return TagClaimsView.of(tag.epc(), checkingTag.claims(tag, caller.scope()));
    }
}
