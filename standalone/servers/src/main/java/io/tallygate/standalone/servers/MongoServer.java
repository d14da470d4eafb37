package io.tallygate.standalone.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A server of MongoDB's wire protocol on 127.0.0.1, keeping its data in one file, or in memory. It knows the everyday
 * part of MongoDB; what a service uses must be answered by both.
 */
public final class MongoServer implements AutoCloseable {
    private static final int CACHE_MEBIBYTES = 16;

    private final de.bwaldvogel.mongo.MongoServer server;
    private final InetSocketAddress address;

    private MongoServer(de.bwaldvogel.mongo.MongoServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * @param file where its data is kept; null keeps it in memory
     * @param port 0 for any free one
     */
    public static MongoServer start(@Nullable Path file, int port) {
        var server = new de.bwaldvogel.mongo.MongoServer(new CommittingBackend(store(file)));
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (RuntimeException e) {
            server.shutdownNow();
            throw new ServerException("Port " + port + " could not be bound", e);
        }
        return new MongoServer(server, server.getLocalAddress());
    }

    /** As in {@code TALLYGATE_MONGO}: {@code mongodb://127.0.0.1:17017}. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port();
    }

    public int port() {
        return address.getPort();
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static MVStore store(@Nullable Path file) {
        MVStore.Builder builder = new MVStore.Builder().cacheSize(CACHE_MEBIBYTES);
        if (file == null) {
            return builder.open();
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builder.fileName(file.toString()).open();
    }
}
