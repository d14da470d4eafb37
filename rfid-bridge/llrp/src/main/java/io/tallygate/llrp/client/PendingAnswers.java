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

/**
 * Requests that wait for their answer, by message id. Of one connection, on its event loop alone.
 *
 * @param <T> the answers, decoded or as bytes
 */
final class PendingAnswers<T> {

    /** Far more than a gate asks at a time: what is beyond it comes of a reader that answers nothing. */
    static final int MOST = 256;

    private final EventLoop loop;
    private final Duration timeout;
    private final Map<Long, Waiting<T>> waiting = new HashMap<>();

    private record Waiting<A>(CompletableFuture<A> answer, ScheduledFuture<?> alarm) {}

    PendingAnswers(EventLoop loop, Duration timeout) {
        this.loop = loop;
        this.timeout = timeout;
    }

    /** Completes on the loop: with the answer, or with {@link UnansweredException}. */
    CompletableFuture<T> expect(long messageId) {
        if (waiting.size() >= MOST) {
            return CompletableFuture.failedFuture(new UnansweredException(MOST + " requests are not answered yet"));
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        ScheduledFuture<?> alarm = loop.schedule(() -> giveUp(messageId), timeout.toMillis(), TimeUnit.MILLISECONDS);
        waiting.put(messageId, new Waiting<>(answer, alarm));
        return answer;
    }

    private void giveUp(long messageId) {
        Waiting<T> late = waiting.remove(messageId);
        if (late != null) {
            late.answer.completeExceptionally(new UnansweredException("no answer in " + timeout.toMillis() + " ms"));
        }
    }

    boolean isExpected(long messageId) {
        return waiting.containsKey(messageId);
    }

    /** Hands an answer to whoever waits for it; false when nobody does. */
    boolean complete(long messageId, T answer) {
        Waiting<T> found = waiting.remove(messageId);
        if (found == null) {
            return false;
        }
        found.alarm.cancel(false);
        found.answer.complete(answer);
        return true;
    }

    /** Nothing will be answered any more. */
    void abandon(String why) {
        List<Waiting<T>> all = new ArrayList<>(waiting.values());
        waiting.clear();
        for (Waiting<T> each : all) {
            each.alarm.cancel(false);
            each.answer.completeExceptionally(new UnansweredException(why));
        }
    }
}
