package io.tallygate.llrp.client;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Ends a connection on which the reader's KEEPALIVE has not come for as long as {@link ReaderSettings#silenceAllowed}. The loop reads sockets before it runs
 * timers, so a pause of this process is not taken for one of the reader.
 */
final class KeepaliveWatch {

    private final Duration period;
    private final Duration allowed;
    private final BiConsumer<DisconnectReason, String> whenMissed;
    private final EventLoop loop;
    private ScheduledFuture<?> clock;
    private long lastNanos = System.nanoTime();

    KeepaliveWatch(EventLoop loop, ReaderSettings settings, BiConsumer<DisconnectReason, String> whenMissed) {
        this.period = settings.keepalivePeriod();
        this.allowed = settings.silenceAllowed();
        this.whenMissed = whenMissed;
        this.loop = loop;
        this.clock = loop.schedule(this::look, allowed.toNanos(), TimeUnit.NANOSECONDS);
    }

    void heard() {
        lastNanos = System.nanoTime();
    }

    void stop() {
        clock.cancel(false);
    }

    private void look() {
        long silent = System.nanoTime() - lastNanos;
        if (silent < allowed.toNanos()) {
            clock = loop.schedule(this::look, allowed.toNanos() - silent, TimeUnit.NANOSECONDS);
            return;
        }
        whenMissed.accept(
                DisconnectReason.KEEPALIVE_MISSED,
                "no KEEPALIVE for " + TimeUnit.NANOSECONDS.toMillis(silent) + " ms, one every " + period.toMillis()
                        + " ms was asked for");
    }
}
