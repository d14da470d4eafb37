package io.tallygate.standalone.servers;

import io.tallygate.contracts.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Creates every {@link Topic}, and brings existing ones to what it says: partitions are only ever added. Works on our own
 * broker and on a cluster that somebody else runs, whose default replication then holds.
 */
public final class KafkaTopics {
    private static final String WEEK = Long.toString(7L * 24 * 3600 * 1000);

    private KafkaTopics() {}

    /** @throws ServerException when the broker refuses or does not answer */
    public static void ensure(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "default.api.timeout.ms", 60_000);
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get();
            create(
                    admin,
                    Topic.all().stream()
                            .filter(t -> !present.contains(t.topicName()))
                            .toList());
            align(
                    admin,
                    Topic.all().stream()
                            .filter(t -> present.contains(t.topicName()))
                            .toList());
        } catch (ExecutionException e) {
            throw new ServerException("The topics could not be set up on " + bootstrapServers, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted", e);
        }
    }

    private static void create(Admin admin, Collection<Topic> topics) throws ExecutionException, InterruptedException {
        List<NewTopic> wanted = topics.stream()
                .map(t -> new NewTopic(t.topicName(), Optional.of(t.partitions()), Optional.<Short>empty())
                        .configs(configuration(t)))
                .toList();
        admin.createTopics(wanted).all().get();
    }

    private static void align(Admin admin, Collection<Topic> topics) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> found = admin.describeTopics(
                        topics.stream().map(Topic::topicName).toList())
                .allTopicNames()
                .get();
        Map<String, NewPartitions> more = new HashMap<>();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Topic topic : topics) {
            TopicDescription description = found.get(topic.topicName());
            if (description != null && description.partitions().size() < topic.partitions()) {
                more.put(topic.topicName(), NewPartitions.increaseTo(topic.partitions()));
            }
            changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()), operations(topic));
        }
        admin.createPartitions(more).all().get();
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private static Collection<AlterConfigOp> operations(Topic topic) {
        List<AlterConfigOp> operations = new ArrayList<>();
        configuration(topic)
                .forEach((name, value) ->
                        operations.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
        return operations;
    }

    /**
     * Compacted topics and registers are kept for ever, the others a week: whoever needs them has stored them by then. A record's
     * time is the broker's: by a sender's clock that is off it would be refused (an hour ahead) or thrown away early (behind). When
     * things happened stands in the records.
     */
    static Map<String, String> configuration(Topic topic) {
        Map<String, String> configuration = new HashMap<>(Map.of("message.timestamp.type", "LogAppendTime"));
        if (topic.compacted()) {
            configuration.putAll(Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.2"));
        } else {
            configuration.putAll(Map.of(
                    "cleanup.policy", "delete",
                    "retention.ms", topic.register() ? "-1" : WEEK,
                    "retention.bytes", "-1"));
        }
        return configuration;
    }
}
