package io.tallygate.llrp;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class that leaves a Netty buffer behind without releasing it. JUnit finds it by itself and puts it on every class of
 * the module. Netty notices a leak when the buffer is collected and another is made, so both are done here.
 */
public final class LeakCheck implements BeforeAllCallback, AfterAllCallback {

    private static final int ROUNDS = 2;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ByteBufUtil.setLeakListener((type, records) -> LEAKS.add(type + records));
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        String leaks = found();
        if (!leaks.isEmpty()) {
            throw new AssertionError(context.getDisplayName() + " leaves buffers unreleased: " + leaks);
        }
    }

    /** What was left behind since it was last asked; empty when nothing was. */
    static String found() throws InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            awaitCollection();
            // Netty looks for leaks when it makes a buffer.
            Unpooled.directBuffer(1).release();
        }
        String leaks = String.join("\n", LEAKS);
        LEAKS.clear();
        return leaks;
    }

    /** Returns once a collection has also handed on the references to what it found dead. */
    private static void awaitCollection() throws InterruptedException {
        ReferenceQueue<Object> dead = new ReferenceQueue<>();
        PhantomReference<Object> sentinel = new PhantomReference<>(new Object(), dead);
        System.gc();
        if (dead.remove(PATIENCE_MILLIS) == null) {
            throw new IllegalStateException("nothing is collected: leaks cannot be seen");
        }
        Reference.reachabilityFence(sentinel);
    }
}
