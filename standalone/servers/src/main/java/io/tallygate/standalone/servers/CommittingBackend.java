package io.tallygate.standalone.servers;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Writes a change to the file before answering it. The backend alone would do so up to a second later, and a consumer
 * that has committed its Kafka offset by then would lose what it was told is stored.
 */
final class CommittingBackend extends H2Backend {
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropdatabase",
            "dropindexes",
            "renamecollection",
            "aggregate");

    CommittingBackend(MVStore store) {
        super(store);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document answer = super.handleMessage(message);
        commitAfter(message.getDocument());
        return answer;
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        Document answer = super.handleCommand(channel, databaseName, command, query);
        commitAfter(query);
        return answer;
    }

    private void commitAfter(Document command) {
        if (!command.isEmpty()
                && WRITES.contains(command.keySet().iterator().next().toLowerCase(Locale.ROOT))) {
            commit();
        }
    }
}
