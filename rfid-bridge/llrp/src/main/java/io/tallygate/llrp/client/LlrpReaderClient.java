package io.tallygate.llrp.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.tallygate.llrp.frame.LlrpFrameDecoder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one reader connected for ever, and lets its outputs be written. All work is done on one event loop of the group; methods
 * may be called from any thread.
 */
public final class LlrpReaderClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LlrpReaderClient.class);

    private final EventLoop loop;
    private final @Nullable SslContext tls;
    private final Tally tally = new Tally();
    private final Learned learned;
    private final GuardedListener listener;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private ReaderSettings settings;
    private int failures;
    private boolean started;
    private boolean connecting;
    private boolean stopping;
    private @Nullable ReaderConnection connection;

    /** A reader in the clear. Nothing happens before {@link #start}. */
    public LlrpReaderClient(ReaderSettings settings, ReaderListener listener, EventLoopGroup loops) {
        this(settings, listener, loops, null);
    }

    /**
     * @param loops NIO event loops; this client takes one of them for its whole life
     * @param tls the client side of TLS, or null for plain TCP
     */
    public LlrpReaderClient(
            ReaderSettings settings, ReaderListener listener, EventLoopGroup loops, @Nullable SslContext tls) {
        this.settings = settings;
        this.learned = new Learned(settings.readsTid());
        this.listener = new GuardedListener(listener, tally);
        this.loop = loops.next();
        this.tls = tls;
    }

    /** Begins to connect. A second call does nothing. */
    public void start() {
        loop.execute(() -> {
            if (!started && !stopping) {
                started = true;
                connect();
            }
        });
    }

    /**
     * Reads otherwise from now on: with other antennas, another power. Where the reader is connected its ROSpec is replaced on the
     * same connection, for which it reads nothing for as long as it takes to answer five or six requests; outputs, inputs, keepalive and
     * events are as before. What it refuses of the new ROSpec is told by {@link ReaderEvent.TakesLess}; a reader that takes none, or
     * lacks an antenna, is disconnected by name, and set up anew as ever.
     *
     * @param changed of the same host and port
     */
    public void change(ReaderSettings changed) {
        loop.execute(() -> {
            settings = changed;
            if (connection == null) {
                learned.speakRichest();
            } else {
                connection.change(changed);
            }
        });
    }

    /**
     * Switches an output of the reader. Called on the reader's event loop, as its listener is, the bytes are handed to the socket
     * before this returns.
     *
     * @param port from 1
     * @return completes on the event loop, never exceptionally
     */
    public CompletionStage<GpoOutcome> writeGpo(int port, boolean on) {
        if (loop.inEventLoop()) {
            ReaderConnection open = connection;
            return open == null
                    ? CompletableFuture.completedFuture(new GpoOutcome.NotReady())
                    : open.writeGpo(port, on);
        }
        return CompletableFuture.supplyAsync(() -> writeGpo(port, on), loop).thenCompose(outcome -> outcome);
    }

    /**
     * What the reader says that output is set to, to be sure of a horn. Empty when no reader is ready, or it does not say.
     *
     * @param port from 1
     * @return completes on the event loop, never exceptionally
     */
    public CompletionStage<Optional<Boolean>> readGpo(int port) {
        return onConnection(open -> open.readGpo(port));
    }

    /**
     * Has the reader tell of every change of an input, for as long as this connection lasts.
     *
     * @param port from 1
     * @return why it will not, empty when it will; completes on the event loop, never exceptionally
     */
    public CompletionStage<Optional<String>> watchInput(int port) {
        return onConnection(open -> open.watchInput(port));
    }

    /**
     * Whether an input is high. Empty when no reader is ready, or it does not say.
     *
     * @param port from 1
     * @return completes on the event loop, never exceptionally
     */
    public CompletionStage<Optional<Boolean>> readInput(int port) {
        return onConnection(open -> open.readInput(port));
    }

    private <T> CompletionStage<Optional<T>> onConnection(
            Function<ReaderConnection, CompletableFuture<Optional<T>>> question) {
        if (loop.inEventLoop()) {
            ReaderConnection open = connection;
            return open == null ? CompletableFuture.completedFuture(Optional.empty()) : question.apply(open);
        }
        return CompletableFuture.supplyAsync(() -> onConnection(question), loop).thenCompose(answer -> answer);
    }

    /** What happened so far. */
    public ReaderCounters counters() {
        return tally.snapshot();
    }

    /** The event loop this reader's listener is called on. */
    public EventLoop eventLoop() {
        return loop;
    }

    /** Says good-bye to the reader and connects no more. Completes after the listener's last call. */
    public CompletionStage<Void> stop() {
        loop.execute(() -> {
            if (stopping) {
                return;
            }
            stopping = true;
            if (connection != null) {
                connection.leave();
            } else if (!connecting) {
                stopped.complete(null);
            }
        });
        return stopped;
    }

    /** {@link #stop} without waiting. */
    @Override
    public void close() {
        var unused = stop();
    }

    private void connect() {
        if (stopping) {
            return;
        }
        connecting = true;
        listener.onConnecting();
        // Looking up a name blocks, and this loop may be another reader's as well.
        Thread.ofVirtual().name("resolve-reader").start(() -> {
            InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
            loop.execute(() -> connect(address));
        });
    }

    private void connect(InetSocketAddress address) {
        connecting = false;
        if (stopping) {
            ended(DisconnectReason.STOPPED, "stopped");
        } else if (address.isUnresolved()) {
            ended(DisconnectReason.CONNECT_FAILED, "no address for " + settings.host());
        } else {
            open(address);
        }
    }

    private void open(InetSocketAddress address) {
        LlrpFrameDecoder frames = new LlrpFrameDecoder(settings.maxFrameBytes());
        ReaderConnection opening = new ReaderConnection(settings, learned, listener, tally, frames, this::ended);
        connection = opening;
        ChannelFuture attempt = bootstrap(frames, opening, address).connect(address);
        attempt.addListener(done -> {
            if (connection != opening) {
                // Stopped meanwhile.
                attempt.channel().close();
            } else if (!done.isSuccess()) {
                ended(DisconnectReason.CONNECT_FAILED, String.valueOf(done.cause()));
            }
        });
    }

    private Bootstrap bootstrap(LlrpFrameDecoder frames, ReaderConnection handler, InetSocketAddress address) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (tls != null) {
                            channel.pipeline()
                                    .addLast(tls.newHandler(
                                            channel.alloc(), address.getHostString(), address.getPort()));
                        }
                        channel.pipeline().addLast(frames, handler);
                    }
                });
    }

    private void ended(DisconnectReason reason, String detail) {
        boolean wasReady = connection != null && connection.wasReady();
        connection = null;
        failures = wasReady ? 1 : failures + 1;
        tally.disconnects.increment();
        listener.onDisconnected(stopping ? DisconnectReason.STOPPED : reason, detail);
        if (stopping) {
            stopped.complete(null);
            return;
        }
        Duration pause = settings.reconnect().pause(failures, ThreadLocalRandom.current());
        LOG.info(
                "reader {}:{} {} ({}); next try in {} ms",
                settings.host(),
                settings.port(),
                reason,
                detail,
                pause.toMillis());
        var unused = loop.schedule((Runnable) this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
