package io.tallygate.standalone.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that this stack started, told from a later one of the same number by the moment it started.
 *
 * @param start milliseconds of the epoch
 */
public record OwnProcess(long pid, long start) {
    /** The system's clock may be set by a little between two looks at the same process. */
    private static final long TOLERANCE_MILLIS = 3_000;

    static final OwnProcess NONE = new OwnProcess(0, 0);

    /** The process of a handle. */
    public static OwnProcess of(ProcessHandle handle) {
        return new OwnProcess(handle.pid(), startOf(handle));
    }

    /** It, when it still runs. */
    public Optional<ProcessHandle> running() {
        return pid <= 0
                ? Optional.empty()
                : ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(handle -> Math.abs(startOf(handle) - start) <= TOLERANCE_MILLIS);
    }

    /** Asks it to end, and ends it by force when it has not done so in time. Returns when it is gone. */
    public void stop(Duration grace) {
        running().ifPresent(handle -> {
            handle.destroy();
            if (!goneWithin(handle, grace)) {
                handle.destroyForcibly();
                handle.onExit().join();
            }
        });
    }

    private static boolean goneWithin(ProcessHandle handle, Duration time) {
        try {
            handle.onExit().orTimeout(time.toMillis(), TimeUnit.MILLISECONDS).join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return false;
            }
            throw e;
        }
    }

    private static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
