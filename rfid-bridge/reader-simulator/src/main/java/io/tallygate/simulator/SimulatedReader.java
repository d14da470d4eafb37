package io.tallygate.simulator;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.tallygate.llrp.frame.LlrpFrameDecoder;
import io.tallygate.simulator.Answers.Verdict;
import io.tallygate.simulator.ReaderState.Mode;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.enumerations.ConnectionAttemptStatusType;

/**
 * An LLRP reader on 127.0.0.1 with four antennas, four inputs and four outputs. Everything happens on its one event loop, in the order of the calls;
 * the methods may be called from any thread and return at once unless they say otherwise.
 */
public final class SimulatedReader implements AutoCloseable {

    private final String code;
    private final NioEventLoopGroup group =
            new NioEventLoopGroup(1, new DefaultThreadFactory("simulated-reader", true));
    private final EventLoop loop = group.next();
    private final ControlPlane control;
    private final Reporter reporter;
    private final LyingTags lying = new LyingTags();
    private final @Nullable SslContext tls;
    private final Set<ReaderSession> sessions = new HashSet<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong mismatched = new AtomicLong();
    private final int port;
    private volatile boolean slow;
    private volatile Mode mode = Mode.ONLINE;
    private volatile boolean reading;
    private volatile Map<Integer, Double> powersDbm = Map.of();
    private volatile @Nullable ReaderSession client;
    private volatile @Nullable Channel listening;

    private SimulatedReader(String code, int wantedPort, Clock clock, ReaderProfile profile) {
        this.code = code;
        this.control = new ControlPlane(clock, profile);
        this.tls = profile.certificate() == null ? null : profile.certificate().serverContext();
        this.reporter = new Reporter(control);
        gpo().watch(it -> drive(control.inputs().drivenBy(it.port()), control.isSwitched(it.port())));
        Channel bound = bind(wantedPort);
        this.listening = bound;
        this.port = ((InetSocketAddress) bound.localAddress()).getPort();
        var unused = loop.scheduleWithFixedDelay(
                this::readWhatLies, LyingTags.EVERY_MILLIS, LyingTags.EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts a reader.
     *
     * @param port to listen on, 0 for any free one
     */
    public static SimulatedReader start(int port) {
        return start("reader", port);
    }

    /** Starts a reader with a name of its own. */
    public static SimulatedReader start(String code, int port) {
        return start(code, port, ReaderProfile.usual());
    }

    /** Starts a reader of another kind. */
    public static SimulatedReader start(String code, int port, ReaderProfile profile) {
        return new SimulatedReader(code, port, Clock.systemUTC(), profile);
    }

    /** What can go wrong with it. */
    public ReaderFaults faults() {
        return new ReaderFaults(this);
    }

    public String code() {
        return code;
    }

    public int port() {
        return port;
    }

    /** Its outputs. */
    public GpoBank gpo() {
        return control.gpo();
    }

    /** Whether that output is on. */
    public boolean gpo(int output) {
        return control.gpo().isOn(output);
    }

    /** What it was last asked for, by its name in LLRP, oldest first. */
    public List<String> heard() {
        return control.heard();
    }

    /** The ids of the AccessSpecs on it, the lowest first. */
    public List<Long> accessSpecs() {
        return control.access().ids();
    }

    /** Reports {@code tags} in one report, now. */
    public void report(TagRead... tags) {
        List<TagRead> report = List.of(tags);
        loop.execute(() -> reporter.report(report, 1, client));
    }

    /** Reports {@code tags} and then sends the very same bytes again. */
    public void reportTwice(TagRead... tags) {
        List<TagRead> report = List.of(tags);
        loop.execute(() -> reporter.report(report, 2, client));
    }

    /**
     * Carries a tag through, in real time, each read in a report of its own.
     *
     * @return completes with the number of reads when the last one was reported
     */
    public CompletableFuture<Integer> pass(Passage passage) {
        return pass(passage, false, 0);
    }

    /** As {@link #pass(Passage)}, with every report sent twice, byte for byte. */
    public CompletableFuture<Integer> passTwice(Passage passage) {
        return pass(passage, true, 0);
    }

    /** As {@link #pass(Passage)}, beginning {@code afterMicros} from now. */
    CompletableFuture<Integer> pass(Passage passage, boolean twice, long afterMicros) {
        CompletableFuture<Integer> through = new CompletableFuture<>();
        List<Passage.TimedRead> reads = passage.reads();
        for (Passage.TimedRead timed : reads) {
            List<TagRead> report = List.of(timed.read());
            later(afterMicros + timed.offsetMicros(), () -> reporter.report(report, twice ? 2 : 1, client));
        }
        later(afterMicros + passage.micros(), () -> through.complete(reads.size()));
        return through;
    }

    private void later(long micros, Runnable action) {
        var unused = loop.schedule(action, micros, TimeUnit.MICROSECONDS);
    }

    /** Lays a tag before the reader, which from now on reads it ten times a second at each of the antennas named. */
    public void lay(TagRead... tag) {
        List<TagRead> seen = List.of(tag);
        loop.execute(() -> lying.lay(seen));
    }

    /**
     * Takes tags away that were laid there.
     *
     * @param epc of which; empty for all
     */
    public void take(String epc) {
        loop.execute(() -> lying.take(epc));
    }

    private void readWhatLies() {
        if (!lying.all().isEmpty()) {
            reporter.report(lying.all(), 1, client);
        }
    }

    /** Says that an antenna was lost or is back. */
    public void antenna(int antenna, boolean connected) {
        faults().antennaSilently(antenna, connected);
        onLoop(session -> {
            session.tell(ReaderEventMessages.antenna(antenna, connected, control.timestamp()));
        });
    }

    /** Sends bytes as they are: garbage, or a message of the caller's making. */
    public void send(byte[] bytes) {
        byte[] copy = bytes.clone();
        loop.execute(() -> {
            ReaderSession session = client;
            if (session != null) {
                session.sendBytes(copy);
            }
        });
    }

    /** Refuses requests of that LLRP name (such as ADD_ROSPEC) with an LLRP status code, until {@link #acceptAll}. */
    public void reject(String request, int status, String words) {
        control.reject(request, new Verdict(status, words, 0));
    }

    /** Refuses nothing any more. */
    public void acceptAll() {
        control.acceptAll();
    }

    /** Drops the connection; the client may come again at once. */
    public void disconnect() {
        loop.execute(() -> List.copyOf(sessions).forEach(ReaderSession::close));
    }

    /** Closes connections and port, as if its cable were pulled and the switch had noticed. Returns when it is done. */
    public void away() {
        onLoop(() -> {
            mode = Mode.AWAY;
            List.copyOf(sessions).forEach(ReaderSession::close);
            Channel open = listening;
            listening = null;
            return open == null ? null : open.close();
        });
    }

    /** Stops reading and writing and leaves every connection open: the half-open connection. Returns when it is done. */
    public void freeze() {
        onLoop(() -> {
            mode = Mode.FROZEN;
            sessions.forEach(ReaderSession::fallSilent);
            return null;
        });
    }

    /** Undoes {@link #away} and {@link #freeze}. Returns when clients can connect. */
    public void back() {
        boolean rebind = listening == null;
        onLoop(() -> {
            mode = Mode.ONLINE;
            List.copyOf(sessions).forEach(ReaderSession::close);
            return null;
        });
        if (rebind) {
            listening = bind(port);
        }
    }

    /** Where it stands. */
    public ReaderState state() {
        ReaderSession holder = client;
        ReaderCertificate certificate = control.profile().certificate();
        return new ReaderState(
                code,
                port,
                mode,
                client != null,
                reading,
                reporter.sent(),
                reporter.held(),
                reporter.dropped(),
                acknowledged.get(),
                mismatched.get(),
                gpo().states(),
                gpo().history(),
                holder == null ? 0 : holder.version(),
                powersDbm,
                certificate == null ? null : certificate.pin().sha256());
    }

    /** Closes everything. Returns when its port is free. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Runs {@code action} on the loop with the client's session, if there is one. */
    void onLoop(Consumer<ReaderSession> action) {
        loop.execute(() -> {
            ReaderSession session = client;
            if (session != null) {
                action.accept(session);
            }
        });
    }

    /** Runs {@code action} on the loop, client or not, and waits for it: the loop reads sockets before it looks for tasks. */
    void anyway(Runnable action) {
        loop.submit(action).syncUninterruptibly();
    }

    /** On the loop: a contact puts an input up or down. */
    void drive(int input, boolean high) {
        InputBank inputs = control.inputs();
        if (input == 0 || inputs.isHigh(input) == high) {
            return;
        }
        inputs.set(input, high);
        ReaderSession session = client;
        if (session != null && inputs.isWatched(input)) {
            session.tell(ReaderEventMessages.input(input, high, control.timestamp()));
        }
    }

    void slow(boolean wanted) {
        slow = wanted;
    }

    boolean isSlow() {
        return slow;
    }

    /** As after a restart. Returns when it is done. */
    void forget() {
        onLoop(() -> {
            control.forget();
            reporter.restart();
            answered();
            return null;
        });
    }

    ControlPlane control() {
        return control;
    }

    void attach(ReaderSession session) {
        sessions.add(session);
        ReaderSession holder = client;
        if (mode == Mode.FROZEN) {
            session.fallSilent();
        } else if (holder == null) {
            client = session;
            session.welcome();
        } else {
            holder.tell(ReaderEventMessages.connectionAttempt(
                    ConnectionAttemptStatusType.Another_Connection_Attempted, control.timestamp()));
            session.refuse();
        }
    }

    void detach(ReaderSession session) {
        sessions.remove(session);
        if (client == session) {
            client = null;
        }
    }

    void acknowledged(boolean idMatches) {
        (idMatches ? acknowledged : mismatched).incrementAndGet();
    }

    void answered() {
        reading = control.specs().isReading();
        powersDbm = control.specs().powersDbm();
    }

    void flushHeld() {
        ReaderSession session = client;
        if (session != null) {
            reporter.flush(session);
        }
    }

    /** Runs {@code action} on the loop and waits for it, and for what it began. */
    private void onLoop(Callable<@Nullable ChannelFuture> action) {
        ChannelFuture begun = loop.submit(action).syncUninterruptibly().getNow();
        if (begun != null) {
            begun.syncUninterruptibly();
        }
    }

    private Channel bind(int wantedPort) {
        return new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        LlrpFrameDecoder frames = new LlrpFrameDecoder();
                        if (tls != null) {
                            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                        }
                        channel.pipeline().addLast(frames, new ReaderSession(SimulatedReader.this, frames));
                    }
                })
                .bind("127.0.0.1", wantedPort)
                .syncUninterruptibly()
                .channel();
    }
}
