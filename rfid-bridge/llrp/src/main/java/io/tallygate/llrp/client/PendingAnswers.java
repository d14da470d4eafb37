package io.tallygate.llrp.client;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.llrp.ltk.types.LLRPMessage;

/** Requests that wait for their answer, by message id. Of one connection, on its event loop alone. */
final class PendingAnswers {

    private final EventLoop loop;
    private final Duration timeout;
    private final Map<Long, Waiting> waiting = new HashMap<>();

    private record Waiting(CompletableFuture<LLRPMessage> answer, ScheduledFuture<?> alarm) {}

    PendingAnswers(EventLoop loop, Duration timeout) {
        this.loop = loop;
        this.timeout = timeout;
    }

    /** Completes on the loop: with the answer, or with {@link UnansweredException}. */
    CompletableFuture<LLRPMessage> expect(long messageId) {
        CompletableFuture<LLRPMessage> answer = new CompletableFuture<>();
        ScheduledFuture<?> alarm = loop.schedule(() -> giveUp(messageId), timeout.toMillis(), TimeUnit.MILLISECONDS);
        waiting.put(messageId, new Waiting(answer, alarm));
        return answer;
    }

    private void giveUp(long messageId) {
        Waiting late = waiting.remove(messageId);
        if (late != null) {
            late.answer.completeExceptionally(new UnansweredException("no answer in " + timeout.toMillis() + " ms"));
        }
    }

    /** Hands an answer to whoever waits for it; false when nobody does. */
    boolean complete(long messageId, LLRPMessage answer) {
        Waiting found = waiting.remove(messageId);
        if (found == null) {
            return false;
        }
        found.alarm.cancel(false);
        found.answer.complete(answer);
        return true;
    }

    /** Nothing will be answered any more. */
    void abandon(String why) {
        List<Waiting> all = new ArrayList<>(waiting.values());
        waiting.clear();
        for (Waiting each : all) {
            each.alarm.cancel(false);
            each.answer.completeExceptionally(new UnansweredException(why));
        }
    }
}
