package io.tallygate.standalone.supervise;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;

/** Looks once whether a part is ready. */
final class Probe {
    private static final int PATIENCE_MILLIS = 2_000;

    private Probe() {}

    static boolean ready(Readiness readiness, ProcessHandle process, int exitCode) {
        return switch (readiness) {
            case Readiness.ReadyFile(var file) -> Files.exists(file);
            case Readiness.Http(var uri) -> answers(uri);
            case Readiness.Tcp(int port) -> accepts(port);
            case Readiness.Completion() -> !process.isAlive() && exitCode == 0;
        };
    }

    /** Asks at an address of {@link Readiness#address()}; without one, the process alone tells. */
    static boolean ready(String address) {
        if (address.isEmpty()) {
            return true;
        }
        URI uri = URI.create(address);
        return "tcp".equals(uri.getScheme()) ? accepts(uri.getPort()) : answers(uri);
    }

    /** Whether something accepts connections on this port of 127.0.0.1. */
    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
