package io.tallygate.gate;

import io.tallygate.standalone.servers.KafkaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real broker, with a ledger beside it for each scenario. Registered in a static field the broker is one for all scenarios of the
 * class, else each has its own.
 */
public final class Broker implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    private boolean ofClass;
    private int scenario;
    private int port;
    private @Nullable Path dir;
    private @Nullable KafkaServer kafka;
    private @Nullable TestLedger ledger;

    public String bootstrapServers() {
        return Objects.requireNonNull(kafka).bootstrapServers();
    }

    public TestLedger ledger() {
        return Objects.requireNonNull(ledger);
    }

    /** How many scenarios there were with this one: what is called by it is this scenario's alone. */
    int scenario() {
        return scenario;
    }

    /** With all it keeps, until it {@link #comesBack}. */
    void goesAway() {
        Objects.requireNonNull(kafka).close();
    }

    /** Where it was. */
    void comesBack() {
        kafka = KafkaServer.start(Objects.requireNonNull(dir), port);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        ofClass = true;
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        if (!ofClass) {
            start();
        }
        scenario++;
        ledger = new TestLedger(bootstrapServers());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        ledger().close();
        if (!ofClass) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        stop();
    }

    private void start() throws IOException {
        dir = Files.createTempDirectory("broker");
        KafkaServer started = KafkaServer.start(dir, 0);
        started.ensureTopics();
        port = started.port();
        kafka = started;
    }

    private void stop() throws IOException {
        goesAway();
        try (Stream<Path> files = Files.walk(Objects.requireNonNull(dir))) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
