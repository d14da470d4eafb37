package io.tallygate.devices;

import io.tallygate.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepTheRings() {
        ArchitectureRules.verify("io.tallygate.devices");
    }
}
