package io.tallygate.facilities;

import io.tallygate.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepTheRulesOfEveryService() {
        ArchitectureRules.verify("io.tallygate.facilities");
    }
}
