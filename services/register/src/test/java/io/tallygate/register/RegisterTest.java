package io.tallygate.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.personnel.v1.Department;
import io.tallygate.contracts.personnel.v1.DepartmentRegistered;
import io.tallygate.contracts.register.v1.RegisterEntry;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.TestKafka;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class RegisterTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** The event around it takes 8 bytes of the million. */
    private static final int LARGEST_CODE = 999_992;

    @Inject
    Register register;

    @Inject
    RegisterHistory history;

    @Inject
    DataSource dataSource;

    @Test
    void shouldGiveDensePositionsAndRelayInTheirOrderWhoeverWrites() throws Exception {
        String run = UUID.randomUUID().toString();
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int writer = 0; writer < 6; writer++) {
                String subject = run + "-" + writer;
                writers.add(threads.submit(() -> IntStream.range(0, 50).forEach(i -> write(subject, "D" + i))));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        relayed().stream().filter(entry -> entry.getSubject().startsWith(run)))
                .hasSize(300));
        assertThat(relayed().stream().map(RegisterEntry::getPosition))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, relayed().size()).boxed().toList());
        for (int writer = 0; writer < 6; writer++) {
            String subject = run + "-" + writer;
            assertThat(relayed().stream()
                            .filter(entry -> entry.getSubject().equals(subject))
                            .map(RegisterTest::code))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 50).mapToObj(i -> "D" + i).toList());
        }
    }

    @Test
    void shouldPublishTheStateThatComesWithAnEntry() {
        String code = "S-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> register.append(new NewEntry(
                        "somebody",
                        code,
                        registered(code),
                        List.of(
                                new Publication(Topic.PERSONNEL_DEPARTMENTS, code, department(code)),
                                new Publication(Topic.PERSONNEL_DEPARTMENTS, code + "-gone", null)))));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(TestKafka.readRecords(Topic.PERSONNEL_DEPARTMENTS))
                    .anyMatch(published -> published.key().equals(code) && published.value() != null)
                    .anyMatch(published -> published.key().equals(code + "-gone") && published.value() == null);
            assertThat(relayed())
                    .anyMatch(entry -> entry.getSubject().equals(code)
                            && entry.getActor().equals("somebody")
                            && entry.getService().equals("devices"));
        });
    }

    @Test
    void shouldLeaveNoTraceOfAChangeThatWasRolledBack() {
        String code = "R-" + UUID.randomUUID();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    register.append(new NewEntry("somebody", code, registered(code)));
                    throw new IllegalArgumentException("the change failed");
                }))
                .hasMessageContaining("the change failed");
        write("after-" + code, "X");
        await().atMost(SOON).untilAsserted(() -> assertThat(relayed())
                .anyMatch(entry -> entry.getSubject().equals("after-" + code)));
        assertThat(history.of(code, 10)).isEmpty();
        assertThat(relayed()).noneMatch(entry -> entry.getSubject().equals(code));
    }

    @Test
    void shouldRefuseAnEntryWithoutATransaction() {
        assertThatThrownBy(() -> register.append(new NewEntry("somebody", "x", registered("x"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldRelayTheLargestEntryThatItTakesAndRefuseALargerOne() {
        String subject = "L-" + UUID.randomUUID();
        write(subject, "x".repeat(LARGEST_CODE));
        assertThatThrownBy(() -> write(subject, "x".repeat(LARGEST_CODE + 1)))
                .hasMessageContaining("too large")
                .isInstanceOf(IllegalArgumentException.class);
        write(subject, "after");
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        relayed().stream().filter(entry -> entry.getSubject().equals(subject)))
                .extracting(entry -> code(entry).length())
                .containsExactly(LARGEST_CODE, "after".length()));
    }

    @Test
    void shouldTellTheHistoryOfOneThingNewestFirst() {
        String subject = "H-" + UUID.randomUUID();
        write(subject, "first");
        write(subject, "second");
        assertThat(history.of(subject, 10).stream().map(entry -> code(entry.event())))
                .containsExactly("second", "first");
        assertThat(history.of(subject, 1)).hasSize(1);
    }

    @Test
    void shouldLetNobodyChangeOrRemoveAnEntryInTheDatabase() {
        String subject = "K-" + UUID.randomUUID();
        write(subject, "K");
        // Entries get their positions when they are relayed: until then there may be none to change.
        await().atMost(SOON).untilAsserted(() -> assertThat(relayed())
                .anyMatch(entry -> entry.getSubject().equals(subject)));
        for (String sql : List.of(
                "UPDATE register_entry SET actor = 'somebody else'",
                "UPDATE register_entry SET position = position + 1 WHERE position IS NOT NULL",
                "DELETE FROM register_entry",
                "TRUNCATE register_entry CASCADE")) {
            assertThatThrownBy(() -> execute(sql)).as(sql).hasMessageContaining("append-only");
        }
    }

    private void write(String subject, String code) {
        QuarkusTransaction.requiringNew()
                .run(() -> register.append(new NewEntry("somebody", subject, registered(code))));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<RegisterEntry> relayed() {
        return TestKafka.read(Topic.DEVICES_REGISTER, RegisterEntry.parser());
    }

    private static DepartmentRegistered registered(String code) {
        return DepartmentRegistered.newBuilder().setDepartment(department(code)).build();
    }

    private static Department department(String code) {
        return Department.newBuilder().setCode(code).build();
    }

    private static String code(RegisterEntry entry) {
        return code(entry.getEvent().getValue().toByteArray());
    }

    private static String code(byte[] event) {
        try {
            return DepartmentRegistered.parseFrom(event).getDepartment().getCode();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
