package io.tallygate.carriers.custody.messaging;

/** A record that no later try will make readable. Its message tells what is wrong, never the content. */
final class UnreadableRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableRecordException(String message) {
        super(message);
    }
}
