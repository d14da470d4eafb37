package io.tallygate.standalone.supervise;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** {@code run/status.json}: always a whole one, however its writer ends. */
public final class StatusFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public StatusFile(Path file) {
        this.file = file;
    }

    /** Empty when no stack has been started here. */
    public Optional<StackStatus> read() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), StackStatus.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(StackStatus status) {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(aside, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(status));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
