package io.tallygate.gate.portal;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The inputs of a reader; both methods are called on its event loop and complete there. */
interface ReaderInputs {

    /** Has the reader tell of every change; empty, or why it will not. */
    CompletionStage<Optional<String>> watch(int port);

    /** Whether the input is high; empty when the reader does not say. */
    CompletionStage<Optional<Boolean>> read(int port);
}
