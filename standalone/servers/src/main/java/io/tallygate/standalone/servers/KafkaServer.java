package io.tallygate.standalone.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker that is its own controller, on 127.0.0.1, in this JVM. Its data stays in its directory and survives
 * a kill of the process.
 */
public final class KafkaServer implements AutoCloseable {
    private static final String LISTENER = "BROKER";
    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final int port;

    private KafkaServer(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker and returns when it answers.
     *
     * @param dataDir where its data is, or will be after this first start
     * @param port 0 for any free one
     */
    public static KafkaServer start(Path dataDir, int port) {
        int brokerPort = FreePort.or(port);
        Path logs = dataDir.toAbsolutePath().normalize();
        Map<String, String> settings = settings(logs, brokerPort, FreePort.or(0));
        try {
            format(logs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new KafkaServer(server, brokerPort);
    }

    /** Creates every topic of {@link io.tallygate.contracts.Topic}, or brings it to what is written there. */
    public void ensureTopics() {
        KafkaTopics.ensure(bootstrapServers());
    }

    /** As in {@code TALLYGATE_KAFKA}: {@code 127.0.0.1:19092}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Returns when the broker has ended. */
    public void await() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path logs) throws IOException {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        // Made aside and moved whole: a start killed half way through leaves no half-formatted one.
        Path aside = logs.resolveSibling(logs.getFileName() + ".new");
        Trees.delete(aside);
        Files.createDirectories(aside);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(output, true, StandardCharsets.UTF_8))
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(aside.toString())
                    .addDirectory(aside.toString())
                    .run();
        } catch (Exception e) {
            throw new ServerException("Kafka's storage could not be formatted: " + output, e);
        }
        Trees.moveIntoPlace(aside, logs);
    }

    private static Map<String, String> settings(Path logs, int port, int controllerPort) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", LISTENER + "://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", LISTENER + "://127.0.0.1:" + port);
        settings.put("inter.broker.listener.name", LISTENER);
        settings.put("listener.security.protocol.map", LISTENER + ":PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", logs.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A broker that was killed is registered again only when the registration of the killed one has lapsed.
        settings.put("broker.session.timeout.ms", "4000");
        settings.put("broker.heartbeat.interval.ms", "500");
        // A lone broker has no replica to recover from, so it does not leave writing to the system for long.
        settings.put("log.flush.interval.ms", "1000");
        settings.putAll(oneNode());
        settings.putAll(thrift());
        return settings;
    }

    private static Map<String, String> oneNode() {
        return Map.of(
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1");
    }

    /** Fewer threads and smaller buffers than a broker on a machine of its own. */
    private static Map<String, String> thrift() {
        return Map.of(
                "num.network.threads",
                "2",
                "num.io.threads",
                "4",
                "background.threads",
                "2",
                "num.replica.alter.log.dirs.threads",
                "1",
                "log.cleaner.dedupe.buffer.size",
                "16777216",
                "log.cleaner.io.buffer.size",
                "262144",
                "log.index.size.max.bytes",
                "2097152",
                "metadata.log.max.record.bytes.between.snapshots",
                "20971520");
    }
}
