package io.tallygate.sightings.tag.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.paging.Limit;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.persistence.SightingStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/sightings/tags}. Guards have no part in it: where things are kept is not theirs to look up. */
@Path("/api/sightings/tags")
@Tag(name = "sightings")
@RunOnVirtualThread
public class TagResource {

    private final SightingStore store;
    private final Caller caller;

    TagResource(SightingStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    @GET
    @Path("{epc}")
    @RolesAllowed({Roles.IT_STAFF, Roles.SECRECY_OFFICER, Roles.LEADER, Roles.FACILITY_MANAGER, Roles.MEMBER})
    @Operation(operationId = "getTagSightings", summary = "The last place of a tag, and its history, newest first")
    public TagView get(
            @RestPath String epc,
            @RestQuery @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500")) @Nullable
                    String limit,
            @RestQuery @Nullable String after) {
        Epc asked = Epc.parse(epc).orElseThrow(TagResource::malformed);
        int size = Limit.parse(limit);
        return store.find(asked)
                .filter(tag -> tag.visibleTo(caller.alertVisibility()))
                .map(tag -> TagView.of(tag, store.history(tag, size, after)))
                .orElseThrow(() -> Refusal.notFound().asException());
    }

    private static RuntimeException malformed() {
        return Refusal.invalid("epc", "MALFORMED_EPC", "An EPC is 96 or 128 bits, 24 or 32 hex digits.")
                .asException();
    }
}
