package io.tallygate.devices.imports.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its starter sees it.
 *
 * @param rows rows judged so far; {@code accepted} and {@code rejected} make up that number
 * @param encoding of the file, null until found
 * @param problem why it failed, null when it did not
 */
public record ImportStatus(
        UUID id,
        boolean dryRun,
        long rows,
        long accepted,
        long rejected,
        ImportState state,
        @Nullable String encoding,
        @Nullable ImportProblem problem,
        Instant startedAt,
        @Nullable Instant finishedAt) {}
