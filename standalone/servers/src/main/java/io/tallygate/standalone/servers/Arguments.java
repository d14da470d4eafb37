package io.tallygate.standalone.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a server's {@code main}: pairs of {@code --name value}. */
final class Arguments {
    private final List<String> given;

    Arguments(String... arguments) {
        this.given = List.of(arguments);
    }

    String one(String name) {
        List<String> values = all(name);
        if (values.size() != 1) {
            throw new IllegalArgumentException("Give --" + name + " once");
        }
        return values.getFirst();
    }

    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i + 1 < given.size(); i += 2) {
            if (given.get(i).equals("--" + name)) {
                values.add(given.get(i + 1));
            }
        }
        return values;
    }

    Path path(String name) {
        return Path.of(one(name));
    }

    int port() {
        return Integer.parseInt(one("port"));
    }

    /** Creates the file of {@code --ready}: whoever started this process waits for it. */
    void tellReady(String address) {
        System.out.println("Ready on " + address);
        for (String file : all("ready")) {
            try {
                Files.writeString(Path.of(file), address);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
