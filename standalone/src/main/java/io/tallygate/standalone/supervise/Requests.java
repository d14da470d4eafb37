package io.tallygate.standalone.supervise;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What other commands ask of the running supervisor: a file each, in a directory only its owner can write. */
public final class Requests {
    private final Path directory;

    public Requests(Path directory) {
        this.directory = directory;
    }

    /** To stop a part and keep it stopped, or to start it again. */
    public record Request(boolean start, String part) {}

    public void post(Request request) throws IOException {
        String name = UUID.randomUUID().toString();
        Path aside = directory.resolve(name + ".new");
        Files.writeString(aside, (request.start() ? "start " : "stop ") + request.part());
        Files.move(aside, directory.resolve(name + ".request"), StandardCopyOption.ATOMIC_MOVE);
    }

    List<Request> take() throws IOException {
        List<Request> requests = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.request")) {
            for (Path file : files) {
                String[] words = Files.readString(file).strip().split(" ", 2);
                Files.delete(file);
                if (words.length == 2) {
                    requests.add(new Request(words[0].equals("start"), words[1]));
                }
            }
        }
        return requests;
    }
}
