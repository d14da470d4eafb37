package io.tallygate.carriers;

import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.testkit.OpenApiSnapshot;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    @Test
    void shouldServeWhatTheContractSays() {
        OpenApiSnapshot.verify("carriers");
    }
}
