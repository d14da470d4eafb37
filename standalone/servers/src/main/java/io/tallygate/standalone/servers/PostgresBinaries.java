package io.tallygate.standalone.servers;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks the PostgreSQL programs from the class path, once for each version of them. */
final class PostgresBinaries {
    private static final Set<PosixFilePermission> TRAVERSABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private PostgresBinaries() {}

    /**
     * The directory holding {@code bin/postgres} and what belongs to it.
     *
     * @param wanted the directory below which to unpack; null for this user's own below the temporary directory
     */
    static Path unpacked(@Nullable Path wanted) throws IOException {
        byte[] archive = archive();
        Path home = wanted != null ? wanted.toAbsolutePath() : ownTemporary();
        Path unpacked = home.resolve("postgres-" + digest(archive));
        if (!Files.isExecutable(unpacked.resolve("bin/postgres"))) {
            unpack(archive, home, unpacked);
        }
        return unpacked;
    }

    private static byte[] archive() throws IOException {
        String machine = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", machine)) {
            return in.readAllBytes();
        }
    }

    /** Refuses a directory that another user has put there: what lies in it will be run. */
    private static Path ownTemporary() throws IOException {
        String user = System.getProperty("user.name", "user");
        Path own = Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "tallygate-" + user);
        Files.createDirectories(own);
        if (!Files.getOwner(own).getName().equals(user)) {
            throw new IOException(own + " belongs to " + Files.getOwner(own) + "; remove it");
        }
        Files.setPosixFilePermissions(own, TRAVERSABLE);
        return own;
    }

    /** Unpacks aside and renames, so that a directory of that name is always complete. */
    private static void unpack(byte[] archive, Path home, Path target) throws IOException {
        Files.createDirectories(home);
        Path aside = Files.createTempDirectory(home, "unpacking-");
        Files.setPosixFilePermissions(aside, TRAVERSABLE);
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(new ByteArrayInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, aside);
            }
        }
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            if (!Files.isExecutable(target.resolve("bin/postgres"))) {
                throw e;
            }
            Trees.delete(aside);
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("The archive of PostgreSQL names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, executable ? TRAVERSABLE : PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static String digest(byte[] archive) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
