package io.tallygate.facilities.cabinet.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.http.Bodies;
import io.tallygate.commons.http.Versions;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.paging.Limit;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.facilities.cabinet.Cabinet;
import io.tallygate.facilities.cabinet.CabinetChange;
import io.tallygate.facilities.cabinet.Cabinets;
import io.tallygate.facilities.cabinet.ChangingCabinet;
import io.tallygate.facilities.cabinet.RegisteringCabinet;
import io.tallygate.relational.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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

/** {@code /api/facilities/cabinets}. */
@Path("/api/facilities/cabinets")
@Tag(name = "cabinets")
@RunOnVirtualThread
public class CabinetResource {

    private final Cabinets cabinets;
    private final RegisteringCabinet registering;
    private final ChangingCabinet changing;
    private final Idempotency idempotency;
    private final Caller caller;

    CabinetResource(
            Cabinets cabinets,
            RegisteringCabinet registering,
            ChangingCabinet changing,
            Idempotency idempotency,
            Caller caller) {
        this.cabinets = cabinets;
        this.registering = registering;
        this.changing = changing;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.FACILITY_MANAGER, Roles.IT_STAFF, Roles.SECRECY_OFFICER, Roles.LEADER, Roles.MEMBER})
    @Operation(operationId = "listCabinets", summary = "Cabinets, in the order of their codes")
    public CabinetPage list(
            @RestQuery @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500")) @Nullable
                    String limit,
            @RestQuery @Nullable String after) {
        return CabinetPage.of(cabinets.page(Limit.parse(limit), after));
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Roles.FACILITY_MANAGER, Roles.IT_STAFF, Roles.SECRECY_OFFICER, Roles.LEADER, Roles.MEMBER})
    @Operation(operationId = "getCabinet", summary = "One cabinet")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers = @Header(name = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CabinetView.class)))
    public Response get(@RestPath String code) {
        return cabinets.find(code)
                .map(cabinet -> answer(Response.ok(), cabinet))
                .orElseThrow(() -> Refusal.notFound().asException());
    }

    @POST
    @RolesAllowed(Roles.FACILITY_MANAGER)
    @Operation(operationId = "registerCabinet", summary = "Add a cabinet to a room")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            headers = @Header(name = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CabinetView.class)))
    public Response register(
            @Nullable CabinetBody body, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
        CabinetBody present = Bodies.required(body);
        Cabinet asked = present.toCabinet();
        String actor = actor();
        return idempotency.execute(idempotencyKey, actor, "registerCabinet", present, () -> created(actor, asked));
    }

    private Response created(String actor, Cabinet asked) {
        Cabinet added = registering.register(actor, asked).orThrow();
        return answer(Response.created(URI.create("/api/facilities/cabinets/" + added.code())), added);
    }

    @PATCH
    @Path("{code}")
    @RolesAllowed(Roles.FACILITY_MANAGER)
    @Operation(operationId = "changeCabinet", summary = "Change a cabinet from the version named in If-Match")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers = @Header(name = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CabinetView.class)))
    public Response change(
            @RestPath String code, @RestHeader("If-Match") @Nullable String ifMatch, @Nullable CabinetPatch body) {
        long version = Versions.required(ifMatch);
        CabinetChange change = Bodies.required(body).toChange();
        return answer(
                Response.ok(), changing.change(actor(), code, version, change).orThrow());
    }

    /** Whoever has left keeps their account for a while, but not their say. */
    private String actor() {
        return caller.person().username();
    }

    private static Response answer(Response.ResponseBuilder response, Cabinet cabinet) {
        return response.entity(CabinetView.of(cabinet))
                .tag(Versions.tag(cabinet.version()))
                .build();
    }
}
