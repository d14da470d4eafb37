package io.tallygate.facilities.portal.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.http.Bodies;
import io.tallygate.commons.http.Versions;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.paging.Limit;
import io.tallygate.commons.paging.Page;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.facilities.portal.application.ConfiguringPortal;
import io.tallygate.facilities.portal.domain.Portal;
import io.tallygate.facilities.portal.persistence.PortalStore;
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

/** {@code /api/facilities/portals}. */
@Path("/api/facilities/portals")
@Tag(name = "portals")
@RunOnVirtualThread
public class PortalResource {

    private final PortalStore portals;
    private final ConfiguringPortal configuring;
    private final Caller caller;

    PortalResource(PortalStore portals, ConfiguringPortal configuring, Caller caller) {
        this.portals = portals;
        this.configuring = configuring;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        Roles.FACILITY_MANAGER,
        Roles.GUARD,
        Roles.IT_STAFF,
        Roles.SECRECY_OFFICER,
        Roles.LEADER,
        Roles.SYSTEM_ADMIN,
        Roles.MEMBER
    })
    @Operation(
            operationId = "listPortals",
            summary = "Portals, those taken down among them, in the order of their codes")
    public PortalPage list(
            @RestQuery @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500")) @Nullable
                    String limit,
            @RestQuery @Nullable String after) {
        boolean withReader = mayKnowReader();
        Page<PortalView> page =
                portals.page(Limit.parse(limit), after).map(portal -> PortalView.of(portal, withReader));
        return new PortalPage(page.items(), page.next());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({
        Roles.FACILITY_MANAGER,
        Roles.GUARD,
        Roles.IT_STAFF,
        Roles.SECRECY_OFFICER,
        Roles.LEADER,
        Roles.SYSTEM_ADMIN,
        Roles.MEMBER
    })
    @Operation(operationId = "getPortal", summary = "One portal")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers = @Header(name = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PortalView.class)))
    public Response get(@RestPath String code) {
        Portal portal = portals.find(code).orElseThrow(() -> Refusal.notFound().asException());
        return answer(Response.ok(), portal);
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Roles.FACILITY_MANAGER)
    @Operation(
            operationId = "configurePortal",
            summary = "Put a portal up (201), or change one or take it down from the version named in If-Match (200)")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers = @Header(name = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PortalView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            headers = @Header(name = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PortalView.class)))
    public Response configure(
            @RestPath String code, @RestHeader("If-Match") @Nullable String ifMatch, @Nullable PortalBody body) {
        Long version = ifMatch == null ? null : Versions.required(ifMatch);
        Portal asked = Bodies.required(body).toPortal(code);
        // Whoever has left keeps their account for a while, but not their say.
        String actor = caller.person().username();
        ConfiguringPortal.Configured configured =
                configuring.configure(actor, asked, version).orThrow();
        return answer(
                configured.created() ? Response.created(URI.create("/api/facilities/portals/" + code)) : Response.ok(),
                configured.portal());
    }

    private Response answer(Response.ResponseBuilder response, Portal portal) {
        return response.entity(PortalView.of(portal, mayKnowReader()))
                .tag(Versions.tag(portal.version()))
                .build();
    }

    private boolean mayKnowReader() {
        return caller.hasRole(Roles.FACILITY_MANAGER) || caller.hasRole(Roles.SYSTEM_ADMIN);
    }
}
