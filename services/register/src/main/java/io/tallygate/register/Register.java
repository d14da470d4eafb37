package io.tallygate.register;

import com.google.protobuf.Message;
import io.tallygate.relational.DatabaseException;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Where services write what changed. */
@Singleton
public class Register {

    private static final String INSERT_ENTRY =
            "INSERT INTO register_entry (entry_id, recorded_at, actor, subject, event_type, event) VALUES (?, ?, ?, ?, ?, ?)";

    // The publication finds its entry by the id just written: one round trip for a batch, no generated key needed.
    private static final String INSERT_PUBLICATION =
            "INSERT INTO register_publication (entry_seq, ordinal, topic, key, value)"
                    + " SELECT seq, ?, ?, ?, ? FROM register_entry WHERE entry_id = ?";

    /** A broker takes 1 MiB with the envelope around it. A record that it never takes would hold up all behind it. */
    private static final int MOST_BYTES = 1_000_000;

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transaction;
    private final Sequencer sequencer;
    private final Clock clock;

    Register(DataSource dataSource, TransactionSynchronizationRegistry transaction, Sequencer sequencer, Clock clock) {
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.sequencer = sequencer;
        this.clock = clock;
    }

    /**
     * Records one change.
     *
     * @throws IllegalStateException outside of a transaction: an entry without its change, or a change without its entry, must
     *     not be possible
     * @throws IllegalArgumentException when the event or a state is larger than a megabyte
     */
    public void append(NewEntry entry) {
        appendAll(List.of(entry));
    }

    /** Records many changes of one transaction, in batches. */
    public void appendAll(List<NewEntry> entries) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("The register is written in the transaction of the change");
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement entryInsert = connection.prepareStatement(INSERT_ENTRY);
                PreparedStatement publicationInsert = connection.prepareStatement(INSERT_PUBLICATION)) {
            boolean published = false;
            for (NewEntry entry : entries) {
                UUID id = UUID.randomUUID();
                addEntry(entryInsert, id, entry);
                published |= addPublications(publicationInsert, id, entry.publications());
            }
            entryInsert.executeBatch();
            if (published) {
                publicationInsert.executeBatch();
            }
        } catch (SQLException e) {
            throw new DatabaseException("The register could not be written", e);
        }
        transaction.registerInterposedSynchronization(new WakeOnCommit());
    }

    private void addEntry(PreparedStatement insert, UUID id, NewEntry entry) throws SQLException {
        insert.setObject(1, id);
        insert.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        insert.setString(3, entry.actor());
        insert.setString(4, entry.subject());
        insert.setString(5, entry.event().getDescriptorForType().getFullName());
        insert.setBytes(6, bounded(entry.event()));
        insert.addBatch();
    }

    private static boolean addPublications(PreparedStatement insert, UUID id, List<Publication> publications)
            throws SQLException {
        int ordinal = 0;
        for (Publication publication : publications) {
            Message state = publication.state();
            insert.setInt(1, ordinal++);
            insert.setString(2, publication.topic().topicName());
            insert.setString(3, publication.key());
            if (state == null) {
                insert.setNull(4, Types.BINARY);
            } else {
                insert.setBytes(4, bounded(state));
            }
            insert.setObject(5, id);
            insert.addBatch();
        }
        return ordinal > 0;
    }

    private static byte[] bounded(Message message) {
        byte[] bytes = message.toByteArray();
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(message.getDescriptorForType().getName() + " of " + bytes.length
                    + " bytes is too large to be relayed");
        }
        return bytes;
    }

    private final class WakeOnCommit implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Nothing to do before the outcome is known.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                sequencer.wake();
            }
        }
    }
}
