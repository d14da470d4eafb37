package io.tallygate.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tallygate.contracts.personnel.v1.DepartmentRegistered;
import io.tallygate.contracts.register.v1.RegisterEntry;
import io.tallygate.standalone.faulty.FaultyBroker;
import io.tallygate.standalone.faulty.FaultyPartition;
import io.tallygate.standalone.faulty.FaultyPartition.Fault;
import io.tallygate.standalone.servers.PostgresOptions;
import io.tallygate.standalone.servers.PostgresServer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Whatever the broker does with one batch, no position is missing and none comes first behind a later one; some may come twice. */
class RelayFaultTest {
    private static final int ENTRIES = 2_000;
    private static final String ENTRY_TOPIC = "register.register.v1";
    private static final String STATE_TOPIC = "register.states.v1";

    private static final String WRITE =
            """
            WITH entry AS (
                INSERT INTO register_entry (entry_id, recorded_at, actor, subject, event_type, event)
                SELECT gen_random_uuid(), now(), 'somebody', 'D1', '%s', '' FROM generate_series(1, %d)
                RETURNING seq)
            INSERT INTO register_publication (entry_seq, ordinal, topic, key, value)
            SELECT seq, 0, '%s', 'D1', int8send(seq) FROM entry""".formatted(DepartmentRegistered.getDescriptor().getFullName(), ENTRIES, STATE_TOPIC);

    @TempDir
    private static Path dir;

    private static PostgresServer postgres;
    private static PGSimpleDataSource database;

    @BeforeAll
    static void start() throws Exception {
        postgres = PostgresServer.start(dir.resolve("postgres"), 0, PostgresOptions.fastOnes());
        postgres.ensureDatabase("register", "tallygate");
        database = new PGSimpleDataSource();
        database.setUrl(postgres.jdbcUrl("register"));
        database.setUser("register");
        database.setPassword("tallygate");
        execute(new String(
                Objects.requireNonNull(Relay.class.getResourceAsStream("/db/register/V0_2__register.sql"))
                        .readAllBytes(),
                StandardCharsets.UTF_8));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @MethodSource("io.tallygate.standalone.faulty.FaultyPartition#faults")
    void shouldRelayAllEntriesInOrderWhateverHappensToABatch(Fault fault) throws Exception {
        checkAllArriveInOrder(new FaultyPartition(3, fault), new FaultyPartition(0, fault));
    }

    @ParameterizedTest
    @MethodSource("io.tallygate.standalone.faulty.FaultyPartition#faults")
    void shouldRelayAllStatesInOrderWhateverHappensToTheFirstBatch(Fault fault) throws Exception {
        checkAllArriveInOrder(new FaultyPartition(0, fault), new FaultyPartition(1, fault));
    }

    private static void checkAllArriveInOrder(FaultyPartition entries, FaultyPartition states) throws Exception {
        long before = number("SELECT coalesce(max(seq), 0) FROM register_entry");
        try (FaultyBroker broker = new FaultyBroker(Map.of(ENTRY_TOPIC, entries, STATE_TOPIC, states))) {
            Relay relay = new Relay("register", broker.bootstrapServers(), new Impatient(), new SimpleMeterRegistry());
            Sequencer sequencer = new Sequencer(database, relay, new Impatient());
            execute(WRITE);
            sequencer.start(new StartupEvent());
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> number("SELECT relayed_position FROM register_relay") == before + ENTRIES);
            sequencer.stop(new ShutdownEvent());
        }
        checkAreInOrder(entries, before, RelayFaultTest::position);
        checkAreInOrder(states, before, value -> ByteBuffer.wrap(value).getLong());
    }

    private static void checkAreInOrder(FaultyPartition arrived, long before, ToLongFunction<byte[]> position) {
        assertThat(arrived.values().stream().mapToLong(position).distinct().boxed())
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + ENTRIES)
                        .boxed()
                        .toList());
    }

    private static long position(byte[] entry) {
        try {
            return RegisterEntry.parseFrom(entry).getPosition();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : -1;
        }
    }

    /** All of a test's entries at once, so that many batches of the producer are under way together. */
    private record Impatient() implements RegisterSettings {
        @Override
        public Duration poll() {
            return Duration.ofMillis(20);
        }

        @Override
        public Duration retry() {
            return Duration.ofMillis(50);
        }

        @Override
        public int batch() {
            return ENTRIES;
        }
    }
}
