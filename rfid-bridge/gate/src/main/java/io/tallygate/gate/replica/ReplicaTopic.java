package io.tallygate.gate.replica;

import io.tallygate.contracts.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The topics the gate keeps a copy of, with the letter their records carry on disk. */
enum ReplicaTopic {
    ITEMS(Topic.LEDGER_TAGGED_ITEMS, 'i'),
    PERMITS(Topic.LEDGER_EXIT_PERMITS, 'p'),
    PORTALS(Topic.FACILITIES_PORTALS, 'g');

    private final Topic topic;
    private final char letter;

    ReplicaTopic(Topic topic, char letter) {
        this.topic = topic;
        this.letter = letter;
    }

    String topicName() {
        return topic.topicName();
    }

    char letter() {
        return letter;
    }

    static Optional<ReplicaTopic> ofLetter(char letter) {
        return Arrays.stream(values()).filter(topic -> topic.letter == letter).findFirst();
    }

    static ReplicaTopic named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName().equals(topicName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a topic of the replica: " + topicName));
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ReplicaTopic::topicName).toList();
    }
}
