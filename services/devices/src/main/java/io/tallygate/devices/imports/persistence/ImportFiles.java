package io.tallygate.devices.imports.persistence;

import io.tallygate.relational.DatabaseException;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Uploaded files, in chunks, so that neither writing nor reading one holds it in memory. */
@Singleton
public class ImportFiles {

    private static final int CHUNK = 1 << 20;

    private final DataSource dataSource;

    public ImportFiles(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps a file in the caller's transaction. */
    public void keep(UUID importId, InputStream file) throws IOException {
        String sql = "INSERT INTO device_import_chunk (import_id, ordinal, bytes) VALUES (?, ?, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            byte[] chunk = file.readNBytes(CHUNK);
            for (int ordinal = 0; chunk.length > 0; ordinal++) {
                statement.setObject(1, importId);
                statement.setInt(2, ordinal);
                statement.setBytes(3, chunk);
                statement.executeUpdate();
                chunk = file.readNBytes(CHUNK);
            }
        } catch (SQLException e) {
            throw new DatabaseException("A file could not be kept", e);
        }
    }

    /** The file from its beginning; each chunk is fetched when it is needed. */
    public InputStream open(UUID importId) {
        return new ChunkStream(importId);
    }

    /** Lets the file go. */
    public void remove(UUID importId) {
        String sql = "DELETE FROM device_import_chunk WHERE import_id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, importId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("A file could not be removed", e);
        }
    }

    private byte @Nullable [] chunk(UUID importId, int ordinal) {
        String sql = "SELECT bytes FROM device_import_chunk WHERE import_id = ? AND ordinal = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, importId);
            statement.setInt(2, ordinal);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : null;
            }
        } catch (SQLException e) {
            throw new DatabaseException("A file could not be read", e);
        }
    }

    private final class ChunkStream extends InputStream {

        private final UUID importId;
        private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);
        private int ordinal;

        ChunkStream(UUID importId) {
            this.importId = importId;
        }

        @Override
        public int read() {
            return arrive() ? current.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return length == 0 || arrive() ? current.read(bytes, offset, length) : -1;
        }

        /** Whether there is more to read, fetched when it was not here yet. */
        private boolean arrive() {
            if (current.available() == 0) {
                byte[] next = chunk(importId, ordinal);
                if (next == null) {
                    return false;
                }
                ordinal++;
                current = new ByteArrayInputStream(next);
            }
            return true;
        }
    }
}
