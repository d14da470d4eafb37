package io.tallygate.sightings.epcis.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.paging.Page;
import io.tallygate.sightings.epcis.domain.SightedTag;
import io.tallygate.sightings.epcis.persistence.EventStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/sightings/epcis/events}. Everyone sees the events of the tags that they may see, as under {@code
 * /api/sightings/tags}; whoever may see none gets an empty list. An event names an EPC and places, no item.
 */
@Path("/api/sightings/epcis/events")
@Tag(name = "epcis")
@RunOnVirtualThread
public class EventResource {

    static final String JSON_LD = "application/ld+json";

    private final EventStore store;
    private final EventMapper mapper;
    private final EpcisSettings settings;
    private final Caller caller;
    private final Clock clock;

    EventResource(EventStore store, EventMapper mapper, EpcisSettings settings, Caller caller, Clock clock) {
        this.store = store;
        this.mapper = mapper;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces({JSON_LD, MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.IT_STAFF, Roles.SECRECY_OFFICER, Roles.LEADER, Roles.FACILITY_MANAGER, Roles.MEMBER})
    @Operation(operationId = "queryEpcisEvents", summary = "EPCIS 2.0: the events that a simple event query finds")
    @Parameter(name = "eventType", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "GE_eventTime", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "LT_eventTime", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "GE_recordTime", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "LT_recordTime", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "MATCH_epc", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "MATCH_anyEPC", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "EQ_readPoint", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "EQ_bizLocation", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "EQ_bizStep", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "EQ_disposition", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "EQ_action", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "orderBy", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "orderDirection", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "eventCountLimit", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "perPage", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "nextPageToken", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The events, newest first unless asked otherwise; Link leads to more",
            headers = {
                @Header(name = "Link"),
                @Header(name = "GS1-EPCIS-Version"),
                @Header(name = "GS1-CBV-Version"),
                @Header(name = EpcFormat.HEADER)
            },
            content = @Content(schema = @Schema(implementation = QueryDocumentView.class)))
    public Response query(@Context UriInfo uri, @RestHeader(EpcFormat.HEADER) @Nullable String wantedFormat) {
        EventParameters.Asked asked = EventParameters.read(uri.getQueryParameters(), settings);
        EpcFormat format = EpcFormat.asked(wantedFormat);
        Page<SightedTag> page = store.page(asked.query(), caller.alertVisibility(), asked.perPage(), asked.after());
        Response.ResponseBuilder answer = Response.ok(QueryDocumentView.of(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        page.items().stream()
                                .map(seen -> mapper.view(seen, format))
                                .toList()))
                .header("GS1-EPCIS-Version", "2.0.0")
                .header("GS1-CBV-Version", "2.0.0")
                .header(EpcFormat.HEADER, format.headerValue());
        return page.next() == null
                ? answer.build()
                : answer.header(HttpHeaders.LINK, next(uri, page.next())).build();
    }

    /** Relative, because the gateway is in front. */
    private static String next(UriInfo uri, String token) {
        String query = uri.getRequestUriBuilder()
                .replaceQueryParam("nextPageToken", token)
                .build()
                .getRawQuery();
        return "<" + uri.getRequestUri().getRawPath() + "?" + query + ">; rel=\"next\"";
    }
}
