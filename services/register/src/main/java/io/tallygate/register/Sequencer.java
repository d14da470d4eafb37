package io.tallygate.register;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Gives committed entries their positions. One instance of a service holds the advisory lock and works; the others wait for it
 * to fall free, which PostgreSQL does by itself when the holder's connection ends.
 */
@Singleton
public class Sequencer {

    private static final Logger LOG = Logger.getLogger(Sequencer.class);

    /** Key of the advisory lock; each service has a database, and so a lock, of its own. */
    private static final long LOCK = 0x7461_6c6c_7967_6174L;

    private static final String ASSIGN = """
            UPDATE register_entry entry SET position = numbered.position
              FROM (SELECT seq, coalesce((SELECT max(position) FROM register_entry), 0)
                                + row_number() OVER (ORDER BY seq) AS position
                      FROM (SELECT seq FROM register_entry WHERE position IS NULL ORDER BY seq LIMIT ?) waiting) numbered
             WHERE entry.seq = numbered.seq""";

    private final DataSource dataSource;
    private final Relay relay;
    private final RegisterSettings settings;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;

    Sequencer(DataSource dataSource, Relay relay, RegisterSettings settings) {
        this.dataSource = dataSource;
        this.relay = relay;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("sequencer").start(this::runForEver);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        wake();
    }

    /** Says that entries were committed. */
    void wake() {
        work.release();
    }

    private void runForEver() {
        while (!stopping) {
            try (Connection connection = dataSource.getConnection()) {
                if (lock(connection)) {
                    leadWhile(connection);
                }
                await(settings.retry().toMillis());
            } catch (SQLException | KafkaException e) {
                LOG.warnf("The register waits, trying again: %s", e.getMessage());
                relay.reset();
                await(settings.retry().toMillis());
            }
        }
        relay.reset();
    }

    private void leadWhile(Connection connection) throws SQLException {
        try {
            while (!stopping) {
                int assigned = assign(connection);
                int relayed = relay.relay(connection);
                if (assigned == 0 && relayed == 0) {
                    await(settings.poll().toMillis());
                }
            }
        } finally {
            unlock(connection);
        }
    }

    private int assign(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASSIGN)) {
            statement.setInt(1, settings.batch());
            return statement.executeUpdate();
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** The connection goes back to the pool, and the lock lives as long as the connection: it must be given up. */
    private static void unlock(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
        }
    }

    private void await(long millis) {
        try {
            if (work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
