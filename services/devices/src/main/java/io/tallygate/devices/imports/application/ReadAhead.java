package io.tallygate.devices.imports.application;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next batch while the one before it is written: reading and judging is our work, writing is mostly PostgreSQL's, and
 * neither has to wait for the other.
 */
final class ReadAhead implements AutoCloseable {

    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("imports-ahead").factory());
    private final ImportBatches batches;
    private Future<Optional<ImportBatches.Batch>> coming;

    ReadAhead(ImportBatches batches) {
        this.batches = batches;
        this.coming = reader.submit(batches::next);
    }

    /** The next batch; empty at the end of the file, also when asked again. */
    Optional<ImportBatches.Batch> next() throws IOException {
        try {
            Optional<ImportBatches.Batch> batch = coming.get();
            if (batch.isPresent()) {
                coming = reader.submit(batches::next);
            }
            return batch;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a batch is read");
        }
    }

    private static IOException failure(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        return cause instanceof IOException unreadable ? unreadable : new IOException(cause);
    }

    /** Returns once nothing reads any more. */
    @Override
    public void close() {
        reader.close();
    }
}
