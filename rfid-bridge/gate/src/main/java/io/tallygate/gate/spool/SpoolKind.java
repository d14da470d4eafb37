package io.tallygate.gate.spool;

import io.tallygate.contracts.Topic;

/** What a record is, and so which topic it goes to. */
public enum SpoolKind {
    READS(Topic.RFID_READS),
    CROSSING(Topic.RFID_CROSSINGS);

    private final Topic topic;

    SpoolKind(Topic topic) {
        this.topic = topic;
    }

    public Topic topic() {
        return topic;
    }
}
