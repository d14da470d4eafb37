package io.tallygate.standalone.servers;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * PostgreSQL as a process: {@code --data DIR --port N --programs DIR [--template DIR]
 * [--database NAME]… [--ready FILE]}. The password
 * of the databases' roles comes in {@code TALLYGATE_POSTGRES_PASSWORD}. Ends when the server ends.
 */
public final class PostgresMain {
    private PostgresMain() {}

    public static void main(String[] args) throws InterruptedException {
        Arguments arguments = new Arguments(args);
        String password = System.getenv("TALLYGATE_POSTGRES_PASSWORD");
        if (password == null || password.isBlank()) {
            throw new IllegalArgumentException("TALLYGATE_POSTGRES_PASSWORD is not set");
        }
        PostgresOptions options = new PostgresOptions(
                true,
                arguments.path("programs"),
                Redirect.INHERIT,
                arguments.all("template").stream().map(Path::of).findFirst().orElse(null));
        PostgresServer server = PostgresServer.start(arguments.path("data"), arguments.port(), options);
        arguments.all("database").forEach(database -> server.ensureDatabase(database, password));
        arguments.tellReady(server.hostPort());
        System.exit(server.await());
    }
}
