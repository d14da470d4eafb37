package io.tallygate.incidents.incident.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.http.Versions;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.paging.Limit;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.incidents.incident.application.AcknowledgingIncident;
import io.tallygate.incidents.incident.domain.Acknowledgement;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.domain.IncidentFilter;
import io.tallygate.incidents.incident.domain.IncidentId;
import io.tallygate.incidents.incident.domain.IncidentKind;
import io.tallygate.incidents.incident.domain.IncidentStatus;
import io.tallygate.incidents.incident.persistence.IncidentStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/incidents}. Who sees which is {@link io.tallygate.commons.identity.AlertVisibility}'s to say. */
@Path("/api/incidents")
@Tag(name = "incidents")
@RunOnVirtualThread
public class IncidentResource {

    private final IncidentStore store;
    private final AcknowledgingIncident acknowledging;
    private final Caller caller;
    private final Clock clock;

    IncidentResource(IncidentStore store, AcknowledgingIncident acknowledging, Caller caller, Clock clock) {
        this.store = store;
        this.acknowledging = acknowledging;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({
        Roles.GUARD,
        Roles.SECRECY_OFFICER,
        Roles.LEADER,
        Roles.FACILITY_MANAGER,
        Roles.IT_STAFF,
        Roles.MEMBER,
        Roles.SYSTEM_ADMIN
    })
    @Operation(operationId = "listIncidents", summary = "Incidents that the caller may see, newest first")
    public IncidentPage list(
            @RestQuery @Parameter(schema = @Schema(implementation = IncidentStatus.class)) @Nullable String state,
            @RestQuery @Parameter(schema = @Schema(implementation = IncidentKind.class)) @Nullable String kind,
            @RestQuery @Parameter(schema = @Schema(implementation = Instant.class)) @Nullable String since,
            @RestQuery @Nullable String portal,
            @RestQuery @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500")) @Nullable
                    String limit,
            @RestQuery @Nullable String after) {
        IncidentFilter filter = FilterParameters.checked(state, kind, since, portal);
        return IncidentPage.of(store.page(filter, caller.alertVisibility(), Limit.parse(limit), after));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.GUARD,
        Roles.SECRECY_OFFICER,
        Roles.LEADER,
        Roles.FACILITY_MANAGER,
        Roles.IT_STAFF,
        Roles.MEMBER,
        Roles.SYSTEM_ADMIN
    })
    @Operation(operationId = "getIncident", summary = "One incident, with its evidence and history")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IncidentView.class)))
    public Response get(@RestPath String id) {
        return IncidentId.parse(id)
                .flatMap(store::find)
                .filter(incident -> incident.visibleTo(caller.alertVisibility()))
                .map(IncidentResource::answer)
                .orElseThrow(IncidentResource::notFound);
    }

    @POST
    @Path("{id}/acknowledgement")
    @RolesAllowed({Roles.GUARD, Roles.SECRECY_OFFICER, Roles.LEADER, Roles.FACILITY_MANAGER})
    @Operation(operationId = "acknowledgeIncident", summary = "Take notice of an incident")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IncidentView.class)))
    public Response acknowledge(
            @RestPath String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable AcknowledgementBody body) {
        String comment = AcknowledgementBody.checked(body, idempotencyKey);
        Long expected = ifMatch == null ? null : Versions.required(ifMatch);
        Acknowledgement by = new Acknowledgement(caller.username(), now(), comment, idempotencyKey);
        return IncidentId.parse(id)
                .map(known -> acknowledging.acknowledge(known, caller.alertVisibility(), expected, by))
                .map(outcome -> answer(outcome.orThrow()))
                .orElseThrow(IncidentResource::notFound);
    }

    /** As fine as it is kept, so that every answer tells the same moment. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Response answer(Incident incident) {
        return Response.ok(IncidentView.of(incident))
                .tag(Versions.tag(incident.version()))
                .build();
    }

    private static RuntimeException notFound() {
        return Refusal.notFound().asException();
    }
}
