package io.tallygate.devices.imports.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of an upload for the OpenAPI document. */
@Schema(name = "DeviceImportUpload")
public record ImportUpload(
        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "binary",
                description = "CSV; UTF-8, UTF-16 or GB18030")
        String file,

        @Schema(
                description = "JSON: our field to the name of its column, and under `ignore` the columns to leave out,"
                        + " e.g. {\"name\": \"设备名称\", \"ignore\": [\"备注\"]}")
        @Nullable
        String mapping) {}
