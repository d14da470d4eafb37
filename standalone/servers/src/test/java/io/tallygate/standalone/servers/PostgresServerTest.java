package io.tallygate.standalone.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    private static final String PASSWORD = "of-the-services";

    @TempDir
    Path scratch;

    @Test
    void shouldKeepItsDataAcrossAStop() throws SQLException {
        try (PostgresServer server = start()) {
            server.ensureDatabase("devices", PASSWORD);
            execute(server, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");
        }
        try (PostgresServer server = start()) {
            server.ensureDatabase("devices", PASSWORD);
            assertThat(query(server, "SELECT id FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void shouldGiveAServiceARoleThatRowLevelSecurityBinds() throws SQLException {
        try (PostgresServer server = start()) {
            server.ensureDatabase("devices", PASSWORD);

            assertThat(query(
                            server,
                            "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole"
                                    + " FROM pg_roles WHERE rolname = 'devices'"))
                    .isEqualTo("f");
            assertThat(query(server, "SELECT string_agg(extname, ' ' ORDER BY extname) FROM pg_extension"))
                    .isEqualTo("btree_gin pg_trgm pgcrypto plpgsql");
        }
    }

    @Test
    void shouldKeepAServiceOutOfTheDatabaseOfAnother() {
        try (PostgresServer server = start()) {
            server.ensureDatabase("devices", PASSWORD);
            server.ensureDatabase("personnel", PASSWORD);

            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("personnel"), "devices", PASSWORD))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void shouldRefuseAWrongPassword() {
        try (PostgresServer server = start()) {
            server.ensureDatabase("devices", PASSWORD);

            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("devices"), "devices", "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void shouldRefuseANameThatIsNoService() {
        try (PostgresServer server = start()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> server.ensureDatabase("devices; DROP ROLE x", PASSWORD));
        }
    }

    @Test
    void shouldStartOverALockFileThatNamesAnotherProgramsProcess() throws Exception {
        start().close();
        Files.writeString(
                data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

        try (PostgresServer server = start()) {
            assertThat(server.ended()).isEmpty();
        }
    }

    @Test
    void shouldLeaveADirectoryAloneThatHoldsSomethingElse() throws Exception {
        Path foreign = Files.writeString(Files.createDirectories(data()).resolve("thesis.txt"), "mine");

        assertThatThrownBy(this::start).hasMessageContaining("holds something else already");
        assertThat(foreign).hasContent("mine");
    }

    @Test
    void shouldStartAsACopyOfATemplate() throws SQLException {
        try (PostgresServer template = start()) {
            template.ensureDatabase("devices", PASSWORD);
            execute(template, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");
        }
        PostgresOptions options = new PostgresOptions(false, null, null, data());
        try (PostgresServer copy = PostgresServer.start(scratch.resolve("copy"), 0, options)) {
            assertThat(query(copy, "SELECT id FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void shouldSayWhyItDoesNotStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> PostgresServer.start(data(), taken.getLocalPort(), PostgresOptions.fastOnes()))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("Address already in use");
        }
    }

    @Test
    void shouldKeepWhatWasCommittedBeforeItsProcessWasKilled() throws Exception {
        String port = Integer.toString(FreePort.or(0));
        try (ChildJvm child = childOn(port)) {
            execute(port, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");
            child.kill();
        }
        try (ChildJvm again = childOn(port)) {
            assertThat(query(port, "SELECT id FROM kept")).isEqualTo("7");
            assertThat(again.terminate()).isIn(0, 143);
        }
        assertThat(data().resolve("postmaster.pid")).doesNotExist();
    }

    private ChildJvm childOn(String port) throws Exception {
        return ChildJvm.ready(
                PostgresMain.class,
                scratch,
                "--data",
                data().toString(),
                "--port",
                port,
                "--programs",
                scratch.resolve("programs").toString(),
                "--database",
                "devices");
    }

    private PostgresServer start() {
        return PostgresServer.start(data(), 0, PostgresOptions.fastOnes());
    }

    private Path data() {
        return scratch.resolve("data");
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        execute(Integer.toString(server.port()), sql);
    }

    private static void execute(String port, String sql) throws SQLException {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        return query(Integer.toString(server.port()), sql);
    }

    private static String query(String port, String sql) throws SQLException {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(String port) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/devices", "devices", PASSWORD);
    }
}
