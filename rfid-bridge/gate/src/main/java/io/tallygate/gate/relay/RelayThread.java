package io.tallygate.gate.relay;

import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** A thread that tries the same again until it is closed, whatever fails. Only closing it interrupts it. */
final class RelayThread implements AutoCloseable {

    /** What is tried. */
    interface Work {

        /** Works while {@link RelayThread#isRunning}; returns earlier to begin anew. */
        void attempt() throws InterruptedException, IOException;

        /** An attempt has ended so; returns when the next may begin. */
        void failed(Exception why) throws InterruptedException;
    }

    private final Thread thread;
    private final Work work;
    private volatile boolean running = true;

    RelayThread(String name, Work work) {
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean isRunning() {
        return running;
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join();
    }

    private void run() {
        while (running) {
            try {
                attempt();
            } catch (InterruptedException stopping) {
                running = false;
            }
        }
    }

    private void attempt() throws InterruptedException {
        try {
            work.attempt();
        } catch (InterruptException stopping) {
            running = false;
        } catch (KafkaException | IOException why) {
            work.failed(why);
        }
    }
}
