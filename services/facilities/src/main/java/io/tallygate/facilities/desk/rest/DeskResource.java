package io.tallygate.facilities.desk.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.http.Bodies;
import io.tallygate.commons.http.Versions;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.paging.Limit;
import io.tallygate.commons.paging.Page;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.facilities.desk.ConfiguringDesk;
import io.tallygate.facilities.desk.Desk;
import io.tallygate.facilities.desk.Desks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/facilities/desks}. */
@Path("/api/facilities/desks")
@Tag(name = "desks")
@RunOnVirtualThread
@RolesAllowed({Roles.IT_STAFF, Roles.FACILITY_MANAGER, Roles.SYSTEM_ADMIN})
public class DeskResource {

    private final Desks desks;
    private final ConfiguringDesk configuring;
    private final Caller caller;

    DeskResource(Desks desks, ConfiguringDesk configuring, Caller caller) {
        this.desks = desks;
        this.configuring = configuring;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listDesks", summary = "Desks where tags are enrolled, in the order of their codes")
    public DeskPage list(
            @RestQuery @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500")) @Nullable
                    String limit,
            @RestQuery @Nullable String after) {
        boolean withReader = mayKnowReader();
        Page<DeskView> page = desks.page(Limit.parse(limit), after).map(desk -> DeskView.of(desk, withReader));
        return new DeskPage(page.items(), page.next());
    }

    @GET
    @Path("{code}")
    @Operation(operationId = "getDesk", summary = "One desk")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers = @Header(name = "ETag"),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskView.class)))
    public Response get(@RestPath String code) {
        return answer(Response.ok(), desks.find(code).orElseThrow(() -> Refusal.notFound()
                .asException()));
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Roles.FACILITY_MANAGER)
    @Operation(
            operationId = "configureDesk",
            summary = "Set a desk up (201), or change one from the version named in If-Match (200)")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers = @Header(name = "ETag"),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            headers = @Header(name = "ETag"),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskView.class)))
    public Response configure(
            @RestPath String code, @RestHeader("If-Match") @Nullable String ifMatch, @Nullable DeskBody body) {
        Long version = ifMatch == null ? null : Versions.required(ifMatch);
        Desk asked = Bodies.required(body).toDesk(code);
        // Whoever has left keeps their account for a while, but not their say.
        String actor = caller.person().username();
        ConfiguringDesk.Configured configured =
                configuring.configure(actor, asked, version).orThrow();
        return answer(
                configured.created() ? Response.created(URI.create("/api/facilities/desks/" + code)) : Response.ok(),
                configured.desk());
    }

    private Response answer(Response.ResponseBuilder response, Desk desk) {
        return response.entity(DeskView.of(desk, mayKnowReader()))
                .tag(Versions.tag(desk.version()))
                .build();
    }

    private boolean mayKnowReader() {
        return caller.hasRole(Roles.FACILITY_MANAGER) || caller.hasRole(Roles.SYSTEM_ADMIN);
    }
}
