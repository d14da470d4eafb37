package io.tallygate.carriers.exitpermit.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.carriers.exitpermit.application.ExitPermitList;
import io.tallygate.carriers.exitpermit.application.PermitFilter;
import io.tallygate.carriers.exitpermit.application.ReadingExitPermits;
import io.tallygate.carriers.exitpermit.application.RequestingExitPermit;
import io.tallygate.carriers.exitpermit.domain.PermitState;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.query.Parameters;
import io.tallygate.commons.http.Versions;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Limit;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.relational.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Asking for exit permits, and reading them. */
@Path("/api/carriers/exit-permits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ExitPermitsResource {

    private final RequestingExitPermit requesting;
    private final ReadingExitPermits reading;
    private final PermitForm form;
    private final Idempotency idempotency;
    private final Caller caller;

    ExitPermitsResource(
            RequestingExitPermit requesting,
            ReadingExitPermits reading,
            PermitForm form,
            Idempotency idempotency,
            Caller caller) {
        this.requesting = requesting;
        this.reading = reading;
        this.form = form;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.IT_STAFF, Roles.MEMBER, Roles.SECRECY_OFFICER, Roles.LEADER})
    @Operation(operationId = "requestExitPermit", summary = "Asks for a permit; it waits for two approvals")
    @APIResponse(
            responseCode = "201",
            description = "Asked for",
            content = @Content(schema = @Schema(implementation = ExitPermitView.class)))
    @APIResponse(responseCode = "400", description = "Not well formed; see `violations`")
    @APIResponse(responseCode = "422", description = "A rule forbids it; see `violations`")
    public Response request(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable ExitPermitBody body) {
        ExitPermitBody asked = Bodies.present(body);
        return idempotency.execute(key, caller.username(), "requestExitPermit", asked, () -> {
            Scope scope = caller.scope();
            PermitId id = form.read(asked)
                    .flatMap(request -> requesting.request(request, caller.username(), scope))
                    .orThrow();
            ExitPermitView view = ExitPermitView.of(reading.one(id, scope).orThrow());
            return Response.created(URI.create("/api/carriers/exit-permits/" + id))
                    .entity(view)
                    .tag(Versions.tag(view.version()))
                    .build();
        });
    }

    @GET
    @RolesAllowed({Roles.IT_STAFF, Roles.SECRECY_OFFICER, Roles.LEADER, Roles.FACILITY_MANAGER, Roles.MEMBER})
    @Operation(operationId = "listExitPermits", summary = "Permits all of whose items the caller may see, newest first")
    public ExitPermitPage list(
            @QueryParam("state") @Schema(implementation = PermitState.class) @Nullable String state,
            @QueryParam("itemId") @Schema(description = "An item it names", format = "uuid") @Nullable String itemId,
            @QueryParam("limit")
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
                    @Nullable
                    String limit,
            @QueryParam("after") @Nullable String after) {
        PermitFilter filter = new PermitFilter(
                Parameters.oneOf(PermitState.class, "state", state),
                item(itemId),
                Limit.parse(limit),
                Parameters.timeCursor(after, ExitPermitList.ORDER));
        return ExitPermitPage.of(reading.page(filter, caller.scope()).map(ExitPermitView::of));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.IT_STAFF, Roles.SECRECY_OFFICER, Roles.LEADER, Roles.FACILITY_MANAGER, Roles.MEMBER})
    @Operation(operationId = "getExitPermit", summary = "One permit")
    @APIResponse(
            responseCode = "200",
            description = "The permit",
            content = @Content(schema = @Schema(implementation = ExitPermitView.class)))
    @APIResponse(responseCode = "404", description = "Not there, or not for the caller")
    public Response get(@PathParam("id") String id) {
        return PermitResponses.ok(reading.one(PermitResponses.id(id), caller.scope()));
    }

    private static @Nullable ItemId item(@Nullable String itemId) {
        return itemId == null || itemId.isEmpty()
                ? null
                : ItemId.parse(itemId).orElseThrow(() -> Refusal.invalid("itemId", "MALFORMED", "An item id is a UUID")
                        .asException());
    }
}
