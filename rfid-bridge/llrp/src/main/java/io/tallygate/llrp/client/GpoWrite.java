package io.tallygate.llrp.client;

import io.tallygate.llrp.control.ControlException;
import io.tallygate.llrp.control.ReaderStatus;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.types.LLRPMessage;

/** One GPO write and its outcome. */
final class GpoWrite {

    private long writtenNanos = System.nanoTime();

    private GpoWrite() {}

    static CompletableFuture<GpoOutcome> send(Requests requests, int port, boolean on) {
        GpoWrite write = new GpoWrite();
        Requests.GpoRequest request = requests.askGpo(port, on);
        request.written().addListener(done -> write.writtenNanos = System.nanoTime());
        return request.answer().handle(write::outcome);
    }

    private GpoOutcome outcome(@Nullable LLRPMessage answer, @Nullable Throwable failure) {
        if (answer == null) {
            return new GpoOutcome.Unanswered(failure == null ? "" : String.valueOf(failure.getMessage()));
        }
        try {
            ReaderStatus status = ReaderStatus.of(answer);
            return status.isSuccess() ? new GpoOutcome.Switched(writtenNanos) : new GpoOutcome.Rejected(status);
        } catch (ControlException e) {
            return new GpoOutcome.Unanswered(String.valueOf(e.getMessage()));
        }
    }
}
