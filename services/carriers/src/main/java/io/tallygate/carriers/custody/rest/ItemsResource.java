package io.tallygate.carriers.custody.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.carriers.custody.application.CustodyFilter;
import io.tallygate.carriers.custody.application.CustodyList;
import io.tallygate.carriers.custody.application.ReadingCustody;
import io.tallygate.carriers.custody.domain.CustodyStatus;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.query.Parameters;
import io.tallygate.commons.http.Versions;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.paging.Limit;
import io.tallygate.commons.problem.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Who has what, and where. What is outside the caller's scope is not there. */
@Path("/api/carriers/items")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.IT_STAFF, Roles.SECRECY_OFFICER, Roles.LEADER, Roles.FACILITY_MANAGER, Roles.MEMBER})
@RunOnVirtualThread
public class ItemsResource {

    private final ReadingCustody reading;
    private final ItemMapper mapper;
    private final Caller caller;

    ItemsResource(ReadingCustody reading, ItemMapper mapper, Caller caller) {
        this.reading = reading;
        this.mapper = mapper;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listItems", summary = "Items by ledger number, with the state of their custody")
    public ItemPage list(
            @QueryParam("state") @Schema(implementation = CustodyStatus.class) @Nullable String state,
            @QueryParam("department") @Nullable String department,
            @QueryParam("q") @Schema(description = "Part of the ledger number or the name") @Nullable String text,
            @QueryParam("limit")
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
                    @Nullable
                    String limit,
            @QueryParam("after") @Nullable String after) {
        CustodyFilter filter = new CustodyFilter(
                Parameters.oneOf(CustodyStatus.class, "state", state),
                Parameters.text("department", department),
                Parameters.text("q", text),
                Limit.parse(limit),
                Parameters.cursor(after, CustodyList.ORDER));
        return ItemPage.of(reading.page(filter, caller.scope()).map(ItemSummaryView::of));
    }

    @GET
    @Path("{itemId}")
    @Operation(operationId = "getItem", summary = "Custody of one item, and its history")
    @APIResponse(
            responseCode = "200",
            description = "Custody",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    @APIResponse(responseCode = "404", description = "Not there, or not for the caller")
    public Response get(@PathParam("itemId") String itemId) {
        ItemId id = ItemId.parse(itemId).orElseThrow(() -> Refusal.notFound().asException());
        ItemView view = mapper.view(reading.item(id, caller.scope()).orThrow());
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
