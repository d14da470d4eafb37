package io.tallygate.carriers.exitpermit.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.carriers.exitpermit.application.DecidingExitPermit;
import io.tallygate.carriers.exitpermit.application.ReadingExitPermits;
import io.tallygate.carriers.exitpermit.application.RevokingExitPermit;
import io.tallygate.carriers.exitpermit.domain.Decider;
import io.tallygate.carriers.exitpermit.domain.ExitPermit;
import io.tallygate.carriers.exitpermit.domain.Post;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.commons.http.Versions;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.relational.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Deciding on exit permits, and taking them back. {@code If-Match} is heeded where it is sent. */
@Path("/api/carriers/exit-permits/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PermitChangesResource {

    private final DecidingExitPermit deciding;
    private final RevokingExitPermit revoking;
    private final ReadingExitPermits reading;
    private final Idempotency idempotency;
    private final Caller caller;

    PermitChangesResource(
            DecidingExitPermit deciding,
            RevokingExitPermit revoking,
            ReadingExitPermits reading,
            Idempotency idempotency,
            Caller caller) {
        this.deciding = deciding;
        this.revoking = revoking;
        this.reading = reading;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("decisions")
    @RolesAllowed({Roles.SECRECY_OFFICER, Roles.LEADER})
    @Operation(
            operationId = "decideExitPermit",
            summary = "Approves or rejects; a secrecy officer and a leader approve")
    @APIResponse(
            responseCode = "200",
            description = "The permit after the decision",
            content = @Content(schema = @Schema(implementation = ExitPermitView.class)))
    @APIResponse(responseCode = "409", description = "NOT_PENDING, ALREADY_DECIDED or SAME_POST")
    @APIResponse(responseCode = "422", description = "OWN_REQUEST, or a rule of the request does not hold any more")
    public Response decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable DecisionBody body) {
        PermitId permit = PermitResponses.id(id);
        DecisionBody asked = Bodies.present(body).checked();
        DecidingExitPermit.Request request = new DecidingExitPermit.Request(
                permit,
                version(ifMatch),
                new Decider(caller.username(), caller.person().personNo(), posts()),
                Objects.requireNonNull(asked.decision(), "checked"),
                Objects.requireNonNullElse(asked.comment(), ""));
        return change(permit, "decide", key, asked, scope -> deciding.decide(request, scope));
    }

    @POST
    @Path("revocation")
    @RolesAllowed({Roles.SECRECY_OFFICER, Roles.LEADER, Roles.IT_STAFF, Roles.MEMBER})
    @Operation(operationId = "revokeExitPermit", summary = "Takes a live permit back")
    @APIResponse(
            responseCode = "200",
            description = "The revoked permit",
            content = @Content(schema = @Schema(implementation = ExitPermitView.class)))
    @APIResponse(responseCode = "403", description = "Somebody else asked for it")
    @APIResponse(responseCode = "409", description = "NOT_LIVE: it has ended already")
    public Response revoke(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable RevocationBody body) {
        PermitId permit = PermitResponses.id(id);
        RevocationBody asked = Bodies.present(body).checked();
        RevokingExitPermit.Request request = new RevokingExitPermit.Request(
                permit,
                version(ifMatch),
                caller.username(),
                !posts().isEmpty(),
                Objects.requireNonNull(asked.reason(), "checked"));
        return change(permit, "revoke", key, asked, scope -> revoking.revoke(request, scope));
    }

    private Response change(
            PermitId permit,
            String operation,
            @Nullable String key,
            Object asked,
            Function<Scope, Outcome<ExitPermit>> action) {
        return idempotency.execute(key, caller.username(), operation + ":" + permit, asked, () -> {
            Scope scope = caller.scope();
            action.apply(scope).orThrow();
            return PermitResponses.ok(reading.one(permit, scope));
        });
    }

    private Set<Post> posts() {
        Set<Post> posts = EnumSet.noneOf(Post.class);
        if (caller.hasRole(Roles.SECRECY_OFFICER)) {
            posts.add(Post.SECRECY_OFFICER);
        }
        if (caller.hasRole(Roles.LEADER)) {
            posts.add(Post.LEADER);
        }
        return posts;
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        return ifMatch == null ? null : Versions.required(ifMatch);
    }
}
