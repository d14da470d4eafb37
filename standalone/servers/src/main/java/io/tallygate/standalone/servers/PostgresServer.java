package io.tallygate.standalone.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

/**
 * A PostgreSQL server on 127.0.0.1 whose data stays in its directory.
 *
 * <p>It starts on what a killed one left: recovery replays its log, and a server still running there without its parent
 * is stopped first. Only passwords open it, also from this machine.
 */
public final class PostgresServer implements AutoCloseable {
    /** The superuser; its password lies in the data directory, readable to the owner alone. */
    public static final String SUPERUSER = "postgres";

    private static final long START_MILLIS = 60_000;

    private final Path dataDir;
    private final int port;
    private final String password;
    private final Process process;
    private final Thread hook;

    private PostgresServer(Path dataDir, int port, String password, Process process) {
        this.dataDir = dataDir;
        this.port = port;
        this.password = password;
        this.process = process;
        this.hook = new Thread(() -> PostgresProcess.stop(process.toHandle()), "postgres-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts a durable server.
     *
     * @param dataDir where its data is, or will be after this first start
     * @param port 0 for any free one
     * @throws ServerException when it does not come up; the message holds its last log lines
     */
    public static PostgresServer start(Path dataDir, int port) {
        return start(dataDir, port, PostgresOptions.durableOnes());
    }

    /** Starts a server with options; see {@link #start(Path, int)}. */
    public static PostgresServer start(Path dataDir, int port, PostgresOptions options) {
        try {
            return startIn(dataDir.toAbsolutePath().normalize(), FreePort.or(port), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer startIn(Path dataDir, int port, PostgresOptions options) throws IOException {
        PostgresProcess programs = new PostgresProcess(PostgresBinaries.unpacked(options.binaries()));
        String password = PostgresCluster.ensure(programs, dataDir, options);
        PostgresProcess.runningOn(dataDir).ifPresent(PostgresProcess::stop);
        Path log = dataDir.resolve("server.log");
        Redirect output = options.log() != null ? options.log() : Redirect.appendTo(log.toFile());
        Process process = programs.startGuarded("postgres", PostgresSettings.arguments(dataDir, port, options), output);
        PostgresServer server = new PostgresServer(dataDir, port, password, process);
        server.awaitReady(log);
        return server;
    }

    private void awaitReady(Path log) throws IOException {
        long end = System.currentTimeMillis() + START_MILLIS;
        SQLException last = null;
        while (process.isAlive() && System.currentTimeMillis() < end) {
            try (Connection connection = connect(SUPERUSER)) {
                connection.createStatement().execute("SELECT 1");
                return;
            } catch (SQLException e) {
                last = e;
                pause();
            }
        }
        close();
        String reason = last == null ? "it ended at once" : last.getMessage();
        throw new ServerException("PostgreSQL did not start on port " + port + ": " + reason + tail(log));
    }

    /**
     * Creates, where missing, a login role and a database it owns, both of this name, with the extensions the services
     * use. The role is no superuser and row-level security binds it.
     *
     * @param service a lower-case name of letters, digits and {@code _}
     */
    public void ensureDatabase(String service, String servicePassword) {
        try {
            PostgresDatabases.ensure(connector(), service, servicePassword);
        } catch (SQLException e) {
            throw new ServerException("Database " + service + " could not be set up", e);
        }
    }

    /** Opens a connection as superuser to a database of this server. */
    public Connection connect(String database) throws SQLException {
        return connector().connect(database);
    }

    /** Ends with the server: returns its exit code once it has ended by itself or was stopped. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** The exit code of a server that has ended. */
    public OptionalInt ended() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    public int port() {
        return port;
    }

    /** As in {@code TALLYGATE_POSTGRES}: {@code 127.0.0.1:15432}. */
    public String hostPort() {
        return "127.0.0.1:" + port;
    }

    /** Without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + hostPort() + "/" + database;
    }

    public Path dataDir() {
        return dataDir;
    }

    /** Stops the server; its data stays. */
    @Override
    public void close() {
        PostgresProcess.stop(process.toHandle());
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            assert !process.isAlive() : "the JVM is going down and the hook is running already";
        }
    }

    private PostgresDatabases.Connector connector() {
        return database -> DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
    }

    private static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted", e);
        }
    }
}
