package io.tallygate.testkit;

import io.tallygate.standalone.servers.KafkaServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What both kinds of service test need: a broker, an issuer, a place on disk; stopped and removed in reverse order. */
final class SharedServers {

    private final Deque<AutoCloseable> kept = new ArrayDeque<>();
    private @Nullable Path scratch;

    /** Starts them under our own class loader: Quarkus starts resources on threads whose loader sees other Kafka classes. */
    Map<String, String> start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SharedServers.class.getClassLoader());
        try {
            return startAll();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Map<String, String> startAll() {
        KafkaServer kafka = keep(KafkaServer.start(scratch().resolve("kafka"), 0));
        kafka.ensureTopics();
        System.setProperty(TestKafka.BOOTSTRAP, kafka.bootstrapServers());
        TestIssuer issuer = keep(TestIssuer.start());
        DemoWorld.publish();
        Map<String, String> settings = new HashMap<>();
        settings.put("TALLYGATE_KAFKA", kafka.bootstrapServers());
        settings.put("TALLYGATE_OIDC", issuer.url());
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    <T extends AutoCloseable> T keep(T server) {
        kept.push(server);
        return server;
    }

    Path scratch() {
        Path current = scratch;
        if (current == null) {
            try {
                current = Files.createTempDirectory("tallygate-test");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            scratch = current;
        }
        return current;
    }

    void stop() {
        try {
            while (!kept.isEmpty()) {
                kept.pop().close();
            }
            removeScratch();
        } catch (Exception e) {
            throw new IllegalStateException("A test server did not stop", e);
        }
    }

    private void removeScratch() throws IOException {
        Path root = scratch;
        if (root == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The name of the service under test, which is also its database's. */
    static String applicationName() {
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            if (file == null) {
                throw new IllegalStateException("application.properties must name the service");
            }
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("quarkus.application.name");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
