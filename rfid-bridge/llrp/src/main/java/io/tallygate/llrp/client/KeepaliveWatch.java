package io.tallygate.llrp.client;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Ends a connection on which the reader's KEEPALIVE has not come for two and a half periods. The loop reads sockets before it runs
 * timers, so a pause of this process is not taken for one of the reader.
 */
final class KeepaliveWatch {

    private static final double PERIODS_ALLOWED = 2.5;

    private final Duration period;
    private final BiConsumer<DisconnectReason, String> whenMissed;
    private final ScheduledFuture<?> clock;
    private long lastNanos = System.nanoTime();

    KeepaliveWatch(EventLoop loop, Duration period, BiConsumer<DisconnectReason, String> whenMissed) {
        this.period = period;
        this.whenMissed = whenMissed;
        long step = Math.max(1, period.toMillis() / 4);
        this.clock = loop.scheduleWithFixedDelay(this::look, step, step, TimeUnit.MILLISECONDS);
    }

    void heard() {
        lastNanos = System.nanoTime();
    }

    void stop() {
        clock.cancel(false);
    }

    private void look() {
        long silent = System.nanoTime() - lastNanos;
        if (silent > PERIODS_ALLOWED * period.toNanos()) {
            whenMissed.accept(
                    DisconnectReason.KEEPALIVE_MISSED,
                    "no KEEPALIVE for " + TimeUnit.NANOSECONDS.toMillis(silent) + " ms, one every " + period.toMillis()
                            + " ms was asked for");
        }
    }
}
