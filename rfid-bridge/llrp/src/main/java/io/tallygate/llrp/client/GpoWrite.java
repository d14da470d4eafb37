package io.tallygate.llrp.client;

import io.netty.buffer.Unpooled;
import io.tallygate.llrp.control.ControlCodec;
import io.tallygate.llrp.control.ControlException;
import io.tallygate.llrp.control.ReaderLook;
import io.tallygate.llrp.control.ReaderStatus;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

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

    private GpoOutcome outcome(byte @Nullable [] answer, @Nullable Throwable failure) {
        if (answer == null) {
            return new GpoOutcome.Unanswered(failure == null ? "" : String.valueOf(failure.getMessage()));
        }
        // All but always this; ltkjava would take longer to read it than the alarm took, on the loop where the next one
        // waits.
        if (ReaderLook.configured(answer)) {
            return new GpoOutcome.Switched(writtenNanos);
        }
        try {
            ReaderStatus status = ReaderStatus.of(
                    ControlCodec.decode(Unpooled.wrappedBuffer(answer)).message());
            return status.isSuccess() ? new GpoOutcome.Switched(writtenNanos) : new GpoOutcome.Rejected(status);
        } catch (ControlException e) {
            return new GpoOutcome.Unanswered(String.valueOf(e.getMessage()));
        }
    }
}
