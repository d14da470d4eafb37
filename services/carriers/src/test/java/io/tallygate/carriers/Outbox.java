package io.tallygate.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.ledger.v1.ExitPermitChanged;
import io.tallygate.testkit.TestKafka;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the service has written to be published, and what it has published. */
public final class Outbox {

    private Outbox() {}

    /** Register entries about permits that name the item: where there is none, nothing can have been published either. */
    public static void holdsNoPermitEntryNaming(String itemId, DataSource dataSource) {
        String sql = "SELECT count(*) FROM register_entry WHERE event_type = ? AND position(? IN event) > 0";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, ExitPermitChanged.getDescriptor().getFullName());
            statement.setBytes(2, itemId.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                assertThat(rows.getLong(1))
                        .as("register entries naming the item")
                        .isZero();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest record of the key, null for a tombstone. */
    public static <T extends Message> @Nullable T newest(Topic topic, String key, Parser<T> parser) {
        List<ConsumerRecord<String, byte[]>> records = of(topic, key);
        assertThat(records).as("records of %s", key).isNotEmpty();
        byte[] value = records.getLast().value();
        try {
            return value == null ? null : parser.parseFrom(value);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<ConsumerRecord<String, byte[]>> of(Topic topic, String key) {
        return TestKafka.readRecords(topic).stream()
                .filter(record -> record.key().equals(key))
                .toList();
    }
}
