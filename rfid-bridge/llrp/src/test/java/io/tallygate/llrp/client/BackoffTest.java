package io.tallygate.llrp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));
    private final Random random = new Random(1);

    @Test
    void shouldDoubleUpToItsLimitAndStayThereForEver() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.pause(1, random)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
            assertThat(backoff.pause(3, random)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
            assertThat(backoff.pause(7, random)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
            assertThat(backoff.pause(Integer.MAX_VALUE, random))
                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        }
    }

    @Test
    void shouldNotSendTwoReadersBackInStep() {
        assertThat(backoff.pause(7, new Random(1))).isNotEqualTo(backoff.pause(7, new Random(2)));
    }

    @Test
    void shouldRefuseALimitBelowItsStart() {
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
