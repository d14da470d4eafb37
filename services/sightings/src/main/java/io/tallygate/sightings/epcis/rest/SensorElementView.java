package io.tallygate.sightings.epcis.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the gate measured (EPCIS 2.0, section 7.3.7). */
@Schema(name = "EPCISSensorElement")
public record SensorElementView(
        @Schema(required = true) MetadataView sensorMetadata,
        @Schema(required = true) List<ReportView> sensorReport) {

    /**
     * What holds for all of its reports.
     *
     * @param time when it was decided; absent where there are {@code startTime} and {@code endTime} of the reads
     * @param deviceID the portal
     * @param dataProcessingMethod the rule and its thresholds; absent where nothing was processed
     */
    @Schema(name = "EPCISSensorMetadata")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MetadataView(
            @Nullable Instant time,
            @Nullable Instant startTime,
            @Nullable Instant endTime,
            @Schema(required = true) String deviceID,
            @Nullable String dataProcessingMethod) {}

    /**
     * One measurement.
     *
     * @param type Power for the strength of a read, else the URI of a figure of the rule
     * @param deviceID the antenna; absent for a figure
     * @param uom UN/CEFACT Recommendation 20: DBM, 2N (decibel), MTR, SEC, C62 (one)
     */
    @Schema(name = "EPCISSensorReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportView(
            @Schema(required = true, examples = "Power") String type,

            @Nullable String deviceID,
            @Nullable Instant time,
            @Schema(required = true) double value,

            @Schema(required = true, examples = "DBM") String uom) {}
}
