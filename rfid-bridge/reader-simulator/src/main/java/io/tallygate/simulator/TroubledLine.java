package io.tallygate.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A network between a bridge and a reader that can go wrong: passes bytes on, swallows them, or lets them through one at a time. */
public final class TroubledLine implements Closeable {

    private final ServerSocket listening;
    private final int target;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile Trouble trouble = Trouble.NONE;

    /** What the line does to bytes. */
    public enum Trouble {
        /** Passes them on. */
        NONE,
        /** Swallows them both ways and tells neither end: the half-open connection behind a switch that died. */
        SWALLOWS,
        /** Passes on one byte after the other, each in a segment of its own. */
        TRICKLES,
        /** Cuts what is connected and takes nobody: the cable is out. */
        CUT
    }

    private TroubledLine(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
        Thread.ofVirtual().name("troubled-line").start(this::accept);
    }

    /** Opens a line to {@code port} on this host. */
    public static TroubledLine to(int port) throws IOException {
        return new TroubledLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    }

    /** Where to connect to instead. */
    public int port() {
        return listening.getLocalPort();
    }

    public void trouble(Trouble next) {
        trouble = next;
        if (next == Trouble.CUT) {
            hangUp();
        }
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket near = listening.accept();
                if (trouble == Trouble.CUT) {
                    near.close();
                } else {
                    open.add(near);
                    join(near);
                }
            }
        } catch (IOException closed) {
            // close() ends the accepting; whatever else does, the tests see nobody connect.
            hangUp();
        }
    }

    private void join(Socket near) throws IOException {
        Socket far = new Socket();
        try {
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (IOException refused) {
            near.close();
            far.close();
            return;
        }
        open.add(far);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> carry(near, far));
        Thread.ofVirtual().start(() -> carry(far, near));
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                pass(out, buffer, read);
            }
        } catch (IOException broken) {
            // Both ends are closed by now, which is how a broken line shows.
            open.remove(from);
        }
    }

    private void pass(OutputStream out, byte[] bytes, int length) throws IOException {
        switch (trouble) {
            case NONE -> out.write(bytes, 0, length);
            case SWALLOWS, CUT -> {
                // Gone.
            }
            case TRICKLES -> {
                for (int i = 0; i < length; i++) {
                    out.write(bytes[i]);
                    out.flush();
                    Thread.onSpinWait();
                }
            }
        }
    }

    private void hangUp() {
        for (Socket each = open.poll(); each != null; each = open.poll()) {
            try {
                each.close();
            } catch (IOException gone) {
                // It is closed all the same.
                open.remove(each);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        hangUp();
    }
}
