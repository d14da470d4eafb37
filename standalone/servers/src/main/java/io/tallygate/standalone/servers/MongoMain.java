package io.tallygate.standalone.servers;

/** The MongoDB wire server as a process: {@code --data FILE --port N [--ready FILE]}. */
public final class MongoMain {
    private MongoMain() {}

    public static void main(String[] args) throws InterruptedException {
        Arguments arguments = new Arguments(args);
        MongoServer server = MongoServer.start(arguments.path("data"), arguments.port());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "mongo-stop"));
        arguments.tellReady(server.connectionString());
        Thread.currentThread().join();
    }
}
