package io.tallygate.sightings.epcis.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An EPCISQueryDocument as JSON-LD. */
@Schema(name = "EPCISQueryDocument")
public record QueryDocumentView(
        @Schema(required = true) @JsonProperty("@context") List<String> context,

        @Schema(required = true, examples = "EPCISQueryDocument")
        String type,

        @Schema(required = true, examples = "2.0") String schemaVersion,
        @Schema(required = true) Instant creationDate,
        @Schema(required = true) BodyView epcisBody) {

    private static final List<String> CONTEXT =
            List.of("https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld");

    static QueryDocumentView of(Instant now, List<EventView> events) {
        return new QueryDocumentView(
                CONTEXT,
                "EPCISQueryDocument",
                "2.0",
                now,
                new BodyView(new ResultsView("SimpleEventQuery", new ResultsBodyView(events))));
    }

    /** What the document carries. */
    @Schema(name = "EPCISBody")
    public record BodyView(@Schema(required = true) ResultsView queryResults) {}

    /** The results of one query. */
    @Schema(name = "EPCISQueryResults")
    public record ResultsView(
            @Schema(required = true) String queryName,
            @Schema(required = true) ResultsBodyView resultsBody) {}

    /** The events. */
    @Schema(name = "EPCISResultsBody")
    public record ResultsBodyView(@Schema(required = true) List<EventView> eventList) {}

    /** A place by its URI. */
    @Schema(name = "EPCISPlace")
    public record PlaceView(@Schema(required = true) String id) {}

    /**
     * One ObjectEvent.
     *
     * @param bizStep absent for a visit at a portal, as is {@code disposition}
     * @param sensorElementList what a crossing rests on; absent for a visit
     * @param bizLocation where the item is afterwards; absent unless it came into a room
     */
    @Schema(name = "EPCISObjectEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventView(
            @Schema(required = true, examples = "ObjectEvent")
            String type,

            @Schema(required = true) String eventID,
            @Schema(required = true) Instant eventTime,

            @Schema(required = true, examples = "+00:00") String eventTimeZoneOffset,

            @Schema(required = true) Instant recordTime,
            @Schema(required = true) List<String> epcList,

            @Schema(required = true, examples = "OBSERVE") String action,

            @Nullable String bizStep,
            @Nullable String disposition,
            @Schema(required = true) PlaceView readPoint,
            @Nullable PlaceView bizLocation,
            @Nullable List<SensorElementView> sensorElementList) {}
}
