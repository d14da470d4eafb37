package io.tallygate.standalone.supervise;

import java.net.URI;
import java.nio.file.Path;

/** How one sees that a part can serve. */
public sealed interface Readiness {

    /** Where others can ask: a {@code http} or {@code tcp} address; empty when nowhere. */
    default String address() {
        return switch (this) {
            case Http(var uri) -> uri.toString();
            case Tcp(int port) -> "tcp://127.0.0.1:" + port;
            case ReadyFile _, Completion _ -> "";
        };
    }

    /** It writes a file when it can. */
    record ReadyFile(Path file) implements Readiness {}

    /** A GET answers 200. */
    record Http(URI uri) implements Readiness {}

    /** A port of 127.0.0.1 accepts connections. */
    record Tcp(int port) implements Readiness {}

    /** It is a task: ready when it has ended with 0. */
    record Completion() implements Readiness {}
}
