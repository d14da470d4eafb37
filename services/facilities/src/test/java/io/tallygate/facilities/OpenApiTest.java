package io.tallygate.facilities;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.testkit.OpenApiSnapshot;
import io.tallygate.testkit.RelationalStores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class OpenApiTest {

    @Test
    void shouldServeTheDocumentThatClientsWereBuiltFrom() {
        OpenApiSnapshot.verify("facilities");
    }
}
