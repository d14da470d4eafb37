package io.tallygate.standalone.supervise;

import java.io.IOException;
import java.nio.file.Path;

/** Tries for a lock from another process: exits with 0 when it has it, with 7 when somebody else does. */
final class LockTaker {
    private LockTaker() {}

    public static void main(String[] args) throws IOException {
        System.exit(Lock.take(Path.of(args[0])).isPresent() ? 0 : 7);
    }
}
