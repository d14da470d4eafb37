package io.tallygate.gate.portal;

import io.tallygate.llrp.client.GpoOutcome;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The outputs of a reader; both methods are called on its event loop and complete there. */
interface ReaderOutputs {

    /** Switches an output; the bytes are with the socket when this returns. */
    CompletionStage<GpoOutcome> write(int port, boolean on);

    /** What the reader says the output is set to; empty when it does not say. */
    CompletionStage<Optional<Boolean>> read(int port);
}
