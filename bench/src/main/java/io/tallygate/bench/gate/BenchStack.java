package io.tallygate.bench.gate;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Antenna;
import io.tallygate.contracts.facilities.v1.FailMode;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.facilities.v1.Reader;
import io.tallygate.contracts.facilities.v1.Zone;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.standalone.servers.JvmOptions;
import io.tallygate.standalone.servers.KafkaMain;
import io.tallygate.standalone.servers.KafkaTopics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A broker and a bridge, each a process of its own, started as the one-machine stack starts them. The ledger is empty. */
final class BenchStack implements AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(90);

    private final Path home;
    private final KafkaSettings kafka;
    private final Process broker;
    private final Process bridge;
    private final BufferedReader answers;
    private final Producer<String, byte[]> ledger;

    BenchStack() throws IOException, InterruptedException {
        home = Files.createTempDirectory("gate-bench");
        int port = freePort();
        kafka = new KafkaSettings("127.0.0.1:" + port);
        Path ready = home.resolve("ready");
        broker = start(
                "kafka",
                192,
                KafkaMain.class,
                "--data",
                home.resolve("kafka").toString(),
                "--port",
                Integer.toString(port),
                "--ready",
                ready.toString());
        await("the broker", () -> Files.exists(ready));
        KafkaTopics.ensure(kafka.bootstrapServers());
        ledger = kafka.crossingProducer();
        bridge = start(
                "rfid-bridge", 192, BenchBridge.class, home.resolve("bridge").toString(), kafka.bootstrapServers());
        answers = new BufferedReader(new InputStreamReader(bridge.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * What the bridge has done so far.
     *
     * @param spooled records not yet in Kafka
     * @param leftOut reads thinned or dropped
     * @param alarmP50Us from the report's arrival in the bridge to the write's hand-over to the socket, by its own metric
     */
    record State(long processorNanos, long spooled, long leftOut, double alarmP50Us, double alarmP99Us) {}

    private Process start(String part, int heapMebibytes, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(JvmOptions.of(part, heapMebibytes));
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path", ""),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(home.resolve(part + ".log").toFile())
                .start();
    }

    KafkaSettings kafka() {
        return kafka;
    }

    /** Has the bridge watch a portal with antennas 1 and 2 inside, 3 and 4 outside. */
    void watch(String code, int readerPort) {
        Portal.Builder portal = Portal.newBuilder()
                .setCode(code)
                .setRoomCode("R-" + code)
                .setReader(Reader.newBuilder().setHost("127.0.0.1").setPort(readerPort))
                .setGpoAlarm(1)
                .setAlarmSeconds(3600)
                .setFailMode(FailMode.SECURE)
                .setMaxReplicaAgeSeconds(3600)
                .setActive(true);
        for (int antenna = 1; antenna <= 4; antenna++) {
            portal.addAntennas(Antenna.newBuilder().setId(antenna).setZone(antenna <= 2 ? Zone.INSIDE : Zone.OUTSIDE));
        }
        var unused = ledger.send(new ProducerRecord<>(
                Topic.FACILITIES_PORTALS.topicName(), code, portal.build().toByteArray()));
    }

    State state() throws IOException {
        OutputStream questions = bridge.getOutputStream();
        questions.write('\n');
        questions.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the bridge has ended: "
                    + Files.readString(home.resolve("rfid-bridge.log"), StandardCharsets.UTF_8));
        }
        String[] figures = line.split(" ", -1);
        return new State(
                Long.parseLong(figures[0]),
                Long.parseLong(figures[1]),
                Long.parseLong(figures[2]),
                Long.parseLong(figures[3]) / 1e3,
                Long.parseLong(figures[4]) / 1e3);
    }

    /** Processor time of the broker so far. */
    long brokerNanos() {
        return broker.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long started = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - started > WITHIN.toNanos()) {
                throw new IllegalStateException(what + " was not ready in time");
            }
            Thread.sleep(20);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        ledger.close(Duration.ofSeconds(1));
        for (Process process : List.of(bridge, broker)) {
            process.getOutputStream().close();
            process.destroy();
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
