package io.tallygate.standalone.servers;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link PostgresServer} runs.
 *
 * @param durable whether a committed transaction survives a power failure; false only for tests
 * @param binaries where the server's programs are unpacked; null for a directory of this user's below the system's
 *     temporary one
 * @param log where its output goes; null for {@code server.log} in the data directory
 * @param template a stopped server's data directory that a new one starts as a copy of, when it is there; null for none
 */
public record PostgresOptions(
        boolean durable,
        @Nullable Path binaries,
        @Nullable Redirect log,
        @Nullable Path template) {

    /** Safe against power failure, as an installation must be. */
    public static PostgresOptions durableOnes() {
        return new PostgresOptions(true, null, null, null);
    }

    /** Fast, and its data worthless after a crash of the machine: for tests. */
    public static PostgresOptions fastOnes() {
        return new PostgresOptions(false, null, null, null);
    }
}
