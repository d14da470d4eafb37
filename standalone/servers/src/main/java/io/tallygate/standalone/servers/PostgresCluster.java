package io.tallygate.standalone.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The data directory of a server: made beside its place and moved there whole, so that it is never half a one. */
final class PostgresCluster {
    /** Holds the superuser's password. */
    static final String SECRET_FILE = "superuser.secret";

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final int SECRET_BYTES = 24;

    private PostgresCluster() {}

    /** Where the next one is made. */
    static Path aside(Path dataDir) {
        return dataDir.resolveSibling(dataDir.getFileName() + ".new");
    }

    /** The superuser's password, after making the directory when there is none or an empty one. */
    static String ensure(PostgresProcess programs, Path dataDir, PostgresOptions options) throws IOException {
        Path secret = dataDir.resolve(SECRET_FILE);
        if (!Files.exists(secret)) {
            Path aside = aside(dataDir);
            Trees.delete(aside);
            Path template = options.template();
            if (template != null && Files.exists(template.resolve(SECRET_FILE))) {
                Trees.copy(template, aside);
            } else {
                initialise(programs, aside, options);
            }
            Trees.moveIntoPlace(aside, dataDir);
        }
        Files.setPosixFilePermissions(dataDir, OWNER);
        programs.own(dataDir);
        return Files.readString(secret).strip();
    }

    private static void initialise(PostgresProcess programs, Path directory, PostgresOptions options)
            throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, OWNER);
        programs.own(directory);
        String password = randomPassword();
        Path passwordFile = Files.createTempFile("tallygate", ".secret");
        try {
            Files.writeString(passwordFile, password);
            programs.run("initdb", PostgresSettings.initdb(directory, passwordFile, options));
        } finally {
            Files.delete(passwordFile);
        }
        Path secret = Files.createFile(
                directory.resolve(SECRET_FILE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
