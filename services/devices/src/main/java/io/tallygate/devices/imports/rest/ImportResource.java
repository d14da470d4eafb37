package io.tallygate.devices.imports.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.paging.Limit;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.devices.imports.application.MappingJson;
import io.tallygate.devices.imports.application.ReadingImports;
import io.tallygate.devices.imports.application.StartingImport;
import io.tallygate.devices.imports.domain.ImportStatus;
import io.tallygate.devices.ledger.application.Registrar;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Taking ledgers over from CSV files. */
@Path("/api/devices/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
@RunOnVirtualThread
@RolesAllowed(Roles.IT_STAFF)
public class ImportResource {

    private static final String TEXT_CSV = "text/csv";

    private final StartingImport startingImport;
    private final ReadingImports readingImports;
    private final MappingJson mappingJson;
    private final Caller caller;

    public ImportResource(
            StartingImport startingImport, ReadingImports readingImports, MappingJson mappingJson, Caller caller) {
        this.startingImport = startingImport;
        this.readingImports = readingImports;
        this.mappingJson = mappingJson;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "startDeviceImport",
            summary = "Takes a CSV file in; it is worked through in the background")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportUpload.class)))
    @APIResponse(
            responseCode = "202",
            description = "Begun",
            headers = @Header(name = "Location"),
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response start(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("mapping") @Nullable String mapping,
            @QueryParam("dryRun")
                    @Parameter(
                            description = "Judge everything, write nothing",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable
                    String dryRun) {
        if (file == null) {
            throw Refusal.invalid("file", "REQUIRED", "file is required").asException();
        }
        String columns = mapping == null || mapping.isBlank() ? "{}" : mapping;
        mappingJson.read(columns);
        ImportStatus status = startingImport.start(
                file.uploadedFile(), columns, flag(dryRun), new Registrar(caller.username(), caller.scope()));
        return Response.accepted(ImportView.of(status))
                .header(HttpHeaders.LOCATION, "/api/devices/imports/" + status.id())
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDeviceImport", summary = "How far one of one's own imports is")
    public ImportView one(@PathParam("id") UUID id) {
        return ImportView.of(own(id));
    }

    @GET
    @Path("/{id}/rejections")
    @Operation(
            operationId = "listDeviceImportRejections",
            summary = "Why rows were not taken, in the order of the file")
    @APIResponse(
            responseCode = "200",
            description = "A page; as text/csv all of them",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RejectionPageView.class)),
                @Content(mediaType = TEXT_CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public RejectionPageView rejections(
            @PathParam("id") UUID id,
            @QueryParam("limit")
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
                    @Nullable
                    String limit,
            @QueryParam("after") @Nullable String after) {
        return RejectionPageView.of(readingImports.page(own(id), after, Limit.parse(limit)));
    }

    @GET
    @Path("/{id}/rejections")
    @Produces(TEXT_CSV)
    @Operation(hidden = true)
    public Response rejectionsAsCsv(@PathParam("id") UUID id) {
        ImportStatus status = own(id);
        StreamingOutput csv = out -> RejectionCsv.write(sink -> readingImports.each(status, sink), out);
        return Response.ok(csv, TEXT_CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejections-" + id + ".csv\"")
                .build();
    }

    private ImportStatus own(UUID id) {
        return readingImports.one(id, caller.username()).orThrow();
    }

    private static boolean flag(@Nullable String dryRun) {
        if (dryRun == null || dryRun.equals("false")) {
            return false;
        }
        if (!dryRun.equals("true") && !dryRun.isEmpty()) {
            throw Refusal.invalid("dryRun", "UNKNOWN_VALUE", "dryRun is true or false")
                    .asException();
        }
        return true;
    }
}
