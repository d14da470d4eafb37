package io.tallygate.standalone.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where a stack keeps what it runs with, below its home. */
public record Directories(Path home) {

    public Path run() {
        return home.resolve("run");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path statusFile() {
        return run().resolve("status.json");
    }

    public Path lockFile() {
        return run().resolve("lock");
    }

    public Path requests() {
        return run().resolve("requests");
    }

    /** The file a part writes when it is ready. */
    public Path readyFile(String part) {
        return run().resolve(part + ".ready");
    }

    /** Creates them, for their owner alone. */
    public void create() throws IOException {
        Files.createDirectories(home);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(logs());
        Files.createDirectories(requests());
    }
}
