package io.tallygate.bench.accuracy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Five short traces of {@code bench/generators/installer.py}, seed 5. */
public final class LabelledSet {
    private LabelledSet() {}

    public static Path folder() {
        try {
            return Path.of(LabelledSet.class.getResource("/labelled-set").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A copy that may be broken. */
    public static Path copiedTo(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }
}
