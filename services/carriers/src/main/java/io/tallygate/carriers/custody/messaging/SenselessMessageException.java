package io.tallygate.carriers.custody.messaging;

/** A message that was read, and that no later try will make sense of. Its message tells what is wrong, never the content. */
final class SenselessMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    SenselessMessageException(String message) {
        super(message);
    }
}
