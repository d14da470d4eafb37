package io.tallygate.gate.ledger;

/** What a portal does while it cannot know the state of an item: SECURE alarms, OPEN records. */
public enum FailMode {
    SECURE,
    OPEN
}
