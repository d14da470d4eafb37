package io.tallygate.gate.portal;

import io.tallygate.llrp.client.GpoOutcome;
import java.util.concurrent.CompletionStage;

/** Switches an output of the reader; called on its event loop, the bytes are with the socket when it returns. */
@FunctionalInterface
interface GpoWriter {
    CompletionStage<GpoOutcome> write(int port, boolean on);
}
