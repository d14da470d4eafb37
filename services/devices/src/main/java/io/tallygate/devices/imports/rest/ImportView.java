package io.tallygate.devices.imports.rest;

import io.tallygate.devices.imports.domain.ImportProblem;
import io.tallygate.devices.imports.domain.ImportState;
import io.tallygate.devices.imports.domain.ImportStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as it is answered. */
@Schema(name = "DeviceImport")
public record ImportView(
        @Schema(required = true) UUID id,
        @Schema(required = true) boolean dryRun,

        @Schema(required = true, description = "Rows judged so far: accepted and rejected ones")
        long rows,

        @Schema(required = true) long accepted,
        @Schema(required = true) long rejected,
        @Schema(required = true) ImportState state,

        @Schema(description = "What the file is written in, once it is known", examples = "GB18030") @Nullable
        String encoding,

        @Nullable Problem problem,
        @Schema(required = true) Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Why the whole file was not taken. */
    @Schema(name = "DeviceImportProblem")
    public record Problem(
            @Schema(
                    required = true,
                    description = "UNREADABLE_ENCODING, NO_HEADER, UNKNOWN_COLUMNS, DUPLICATE_COLUMNS, MISSING_COLUMNS,"
                            + " TOO_MANY_ROWS, INTERRUPTED")
            String code,

            @Schema(required = true) String message,

            @Schema(required = true, description = "The columns, or the fields without one, that it is about")
            List<String> columns) {

        private static @Nullable Problem of(@Nullable ImportProblem problem) {
            return problem == null ? null : new Problem(problem.code(), problem.message(), problem.columns());
        }
    }

    static ImportView of(ImportStatus status) {
        return new ImportView(
                status.id(),
                status.dryRun(),
                status.rows(),
                status.accepted(),
                status.rejected(),
                status.state(),
                status.encoding(),
                Problem.of(status.problem()),
                status.startedAt(),
                status.finishedAt());
    }
}
