package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorMainTest {

    @Test
    void shouldReadItsCommandLine() {
        SimulatorMain.Options options =
                SimulatorMain.Options.parse("--reader", "P-101=5084", "--reader", "P-102=5085", "--control", "8088");

        assertThat(options.readers()).containsEntry("P-101", 5084).containsEntry("P-102", 5085);
        assertThat(options.control()).isEqualTo(8088);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--control 8088",
                "--reader P-101=5084",
                "--reader P-101 --control 1",
                "--reader =5 --control 1",
                "--reader P=70000 --control 1",
                "--reader P=1 --reader P=2 --control 1",
                "--reader P=1 --control",
                "--what P=1 --control 1"
            })
    void shouldRefuseAnythingElse(String line) {
        assertThatThrownBy(() -> SimulatorMain.Options.parse(line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
