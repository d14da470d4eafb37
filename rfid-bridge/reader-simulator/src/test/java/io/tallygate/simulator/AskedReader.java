package io.tallygate.simulator;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulated reader of each test's own, and a client that asks it whatever the test has it ask. */
abstract class AskedReader {

    final SimulatedReader reader;
    RawClient client;

    AskedReader(ReaderProfile profile) {
        reader = SimulatedReader.start("P-101", 0, profile);
    }

    @BeforeEach
    void connect() throws IOException {
        client = new RawClient(reader);
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        reader.close();
    }
}
