package io.tallygate.register;

import com.google.protobuf.Message;
import io.tallygate.contracts.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A record for another topic than the register's own, relayed with its entry.
 *
 * @param key the record key
 * @param state the new state, or null to remove the key from a compacted topic
 */
public record Publication(Topic topic, String key, @Nullable Message state) {}
