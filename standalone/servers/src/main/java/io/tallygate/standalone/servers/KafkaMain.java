package io.tallygate.standalone.servers;

/** Kafka as a process, with every topic: {@code --data DIR --port N [--ready FILE]}. */
public final class KafkaMain {
    private KafkaMain() {}

    public static void main(String[] args) {
        Arguments arguments = new Arguments(args);
        KafkaServer server = KafkaServer.start(arguments.path("data"), arguments.port());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "kafka-stop"));
        server.ensureTopics();
        arguments.tellReady(server.bootstrapServers());
        server.await();
    }
}
