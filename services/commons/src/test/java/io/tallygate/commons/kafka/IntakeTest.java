package io.tallygate.commons.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.personnel.v1.Department;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Intake<Department> intake = new Intake<>(Topic.PERSONNEL_DEPARTMENTS, Department.parser(), meters);

    @Test
    void shouldSkipAndCountWhatCannotBeReadAndKeepTheRest() {
        byte[] rd = Department.newBuilder().setCode("RD").build().toByteArray();

        List<Department> read =
                intake.read(List.of(record(rd), record(new byte[] {10, 99, 1}), record(null), record(rd)));

        assertThat(read).extracting(Department::getCode).containsExactly("RD", "RD");
        assertThat(meters.counter("tallygate.kafka.unreadable", "topic", "personnel.departments.v1")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldTryAgainUntilTheStoreIsBack() {
        AtomicInteger calls = new AtomicInteger();

        intake.untilDone(() -> {
            if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("away");
            }
        });

        assertThat(calls).hasValue(3);
    }

    @Test
    void shouldGiveUpOnlyWhenTheProcessStops() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> intake.untilDone(() -> {
                    throw new IllegalArgumentException("away");
                }))
                .hasMessageContaining("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static ConsumerRecord<String, byte[]> record(byte @Nullable [] value) {
        return new ConsumerRecord<>("personnel.departments.v1", 0, 7, "key", value);
    }
}
