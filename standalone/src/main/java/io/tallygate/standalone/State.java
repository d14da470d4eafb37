package io.tallygate.standalone;

import io.tallygate.standalone.servers.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an installation keeps, other than its logs. */
record State(Path home) {
    private static final List<String> KEPT = List.of("data", "keycloak", "bridge", "secrets", "run/status.json");

    /** Removes all of it; nothing that is not ours, whatever {@code TALLYGATE_HOME} names. */
    void drop() throws IOException {
        for (String name : KEPT) {
            Path path = home.resolve(name);
            if (Files.isDirectory(path)) {
                Trees.delete(path);
            } else {
                Files.deleteIfExists(path);
            }
        }
    }
}
