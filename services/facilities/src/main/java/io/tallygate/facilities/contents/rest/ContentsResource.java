package io.tallygate.facilities.contents.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Limit;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.facilities.cabinet.Cabinet;
import io.tallygate.facilities.cabinet.Cabinets;
import io.tallygate.facilities.contents.ReadingContents;
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

/** {@code /api/facilities/cabinets/{code}/contents}. */
@Path("/api/facilities/cabinets/{code}/contents")
@Tag(name = "cabinets")
@RunOnVirtualThread
public class ContentsResource {

    /** Most cabinets fit on one page. */
    private static final int DEFAULT_LIMIT = 200;

    private final Cabinets cabinets;
    private final ReadingContents reading;
    private final Caller caller;

    ContentsResource(Cabinets cabinets, ReadingContents reading, Caller caller) {
        this.cabinets = cabinets;
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.FACILITY_MANAGER, Roles.SECRECY_OFFICER, Roles.LEADER, Roles.IT_STAFF, Roles.MEMBER})
    @Operation(
            operationId = "getCabinetContents",
            summary = "What belongs into a cabinet, in the order of the ledger numbers")
    public ContentsView get(
            @RestPath String code,
            @RestQuery
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "200"))
                    @Nullable
                    String limit,
            @RestQuery @Nullable String after) {
        Scope scope = caller.scope();
        Cabinet cabinet =
                cabinets.find(code).orElseThrow(() -> Refusal.notFound().asException());
        int size = Limit.parse(limit, DEFAULT_LIMIT);
        return ContentsView.of(cabinet, reading.read(scope, code, size, after));
    }
}
