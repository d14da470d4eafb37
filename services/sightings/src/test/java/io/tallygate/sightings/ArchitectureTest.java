package io.tallygate.sightings;

import io.tallygate.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepTheRules() {
        ArchitectureRules.verify("io.tallygate.sightings");
    }
}
