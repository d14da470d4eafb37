package io.tallygate.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The passwords of an installation: made up at the first start, kept in files that only their owner reads. */
public final class Secrets {
    private static final int BYTES = 24;

    private final Path directory;

    public Secrets(Path directory) {
        this.directory = directory;
    }

    /** The secret of this name, made up when there is none yet. */
    public String of(String name) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Path aside = Files.createTempFile(directory, name, ".new");
            Files.writeString(aside, HexFormat.of().formatHex(random));
            Files.move(aside, file);
        }
        return Files.readString(file).strip();
    }

    /** Where the secret of this name is kept. */
    public Path file(String name) {
        return directory.resolve(name);
    }
}
