package io.tallygate.llrp.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.tallygate.llrp.control.ControlCodec;
import io.tallygate.llrp.control.ControlException;
import io.tallygate.llrp.control.ControlFault;
import io.tallygate.llrp.control.ReaderLook;
import io.tallygate.llrp.control.ReaderStatus;
import io.tallygate.llrp.control.SetupMessages;
import io.tallygate.llrp.frame.LlrpFrameDecoder;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MalformedFrameException;
import io.tallygate.llrp.frame.MessageType;
import io.tallygate.llrp.report.ReaderClock;
import io.tallygate.llrp.report.ReportDecoder;
import io.tallygate.llrp.report.ReportOutcome;
import io.tallygate.llrp.report.TagReport;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.interfaces.Timestamp;
import org.llrp.ltk.generated.messages.READER_EVENT_NOTIFICATION;
import org.llrp.ltk.generated.parameters.ReaderEventNotificationData;
import org.llrp.ltk.generated.parameters.UTCTimestamp;
import org.llrp.ltk.generated.parameters.Uptime;
import org.llrp.ltk.types.LLRPMessage;

/**
 * One connection to a reader, from the first byte to the last. Takes whole frames, and ends itself by name on anything it does not
 * like. Lives on its event loop alone.
 */
final class ReaderConnection extends SimpleChannelInboundHandler<ByteBuf> {

    private final Learned learned;
    private final GuardedListener listener;
    private final Tally tally;
    private final LlrpFrameDecoder frames;
    private final BiConsumer<DisconnectReason, String> whenEnded;
    private final ReportDecoder reports = new ReportDecoder();
    private ReaderSettings settings;
    private long skippedInReports;
    private long receivedNanos;
    private boolean ended;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Requests requests;
    private @Nullable ReaderSetup setup;
    private @Nullable KeepaliveWatch keepalive;
    private @Nullable ReadingWatch reading;

    /**
     * @param whenEnded called once on the loop, when the connection has ended for whatever reason
     */
    ReaderConnection(
            ReaderSettings settings,
            Learned learned,
            GuardedListener listener,
            Tally tally,
            LlrpFrameDecoder frames,
            BiConsumer<DisconnectReason, String> whenEnded) {
        this.settings = settings;
        this.learned = learned;
        this.listener = listener;
        this.tally = tally;
        this.frames = frames;
        this.whenEnded = whenEnded;
    }

    /** Whether the set-up is through and reports flow. */
    boolean isReady() {
        return !ended && setup != null && setup.isDone();
    }

    /** Whether it ever was ready: a reader that took us once gets the short pauses again. */
    boolean wasReady() {
        return setup != null && setup.isDone();
    }

    /** On the loop. Reads otherwise from now on, or as soon as the set-up at hand is through. */
    void change(ReaderSettings changed) {
        settings = changed;
        if (setup == null) {
            learned.speakRichest();
        } else {
            followSettings(setup);
        }
    }

    private void followSettings(ReaderSetup current) {
        if (isReady() && reading != null && !current.isReplacing() && !current.isFor(settings)) {
            reading.pause();
            current.replace(settings, this::replaced);
        }
    }

    private void replaced(ReaderSetup finished) {
        finished.takesLess().forEach(listener::onEvent);
        // It may have stood still before, and its start anew was left to this one.
        listener.onEvent(new ReaderEvent.RoSpecChanged(SetupMessages.OUR_SPEC_ID, true));
        if (reading != null) {
            reading.resume(settings.antennas());
        }
        followSettings(finished);
    }

    /** On the loop. The bytes are handed to the socket before this returns. */
    CompletableFuture<GpoOutcome> writeGpo(int port, boolean on) {
        Requests open = requests;
        if (open == null || !isReady()) {
            return CompletableFuture.completedFuture(new GpoOutcome.NotReady());
        }
        return GpoWrite.send(open, port, on);
    }

    /** On the loop. What the reader says that output is set to; empty when it does not say. */
    CompletableFuture<Optional<Boolean>> readGpo(int port) {
        Requests open = requests;
        if (open == null || !isReady()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return open.lookAtGpo(port)
                .handle((answer, failure) -> answer == null ? Optional.empty() : ReaderLook.output(answer, port));
    }

    /** On the loop. Why the reader will not tell of that input; empty when it will. */
    CompletableFuture<Optional<String>> watchInput(int port) {
        Requests open = requests;
        if (open == null || !isReady()) {
            return CompletableFuture.completedFuture(Optional.of("not ready"));
        }
        return open.ask(SetupMessages.watchInput(port))
                .handle((answer, failure) -> answer == null ? Optional.of(String.valueOf(failure)) : refusal(answer));
    }

    private static Optional<String> refusal(LLRPMessage answer) {
        try {
            ReaderStatus status = ReaderStatus.of(answer);
            return status.isSuccess() ? Optional.empty() : Optional.of(status.describe());
        } catch (ControlException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** On the loop. Whether that input is high; empty when the reader does not say. */
    CompletableFuture<Optional<Boolean>> readInput(int port) {
        Requests open = requests;
        if (open == null || !isReady()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return open.askRaw(SetupMessages.getInput(port))
                .handle((answer, failure) -> answer == null ? Optional.empty() : ReaderLook.input(answer, port));
    }

    /** On the loop. Says good-bye and ends, at the latest when the answer is overdue. */
    void leave() {
        if (requests == null || !isReady()) {
            end(DisconnectReason.STOPPED, "stopped");
            return;
        }
        var unused = requests.ask(SetupMessages.closeConnection())
                .whenComplete((answer, failure) -> end(DisconnectReason.STOPPED, "stopped"));
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        requests = new Requests(ctx.channel(), settings.answerTimeout());
        setup = new ReaderSetup(settings, requests, learned, this::end);
        var unused = ctx.executor()
                .schedule(this::requireGreeting, settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        ctx.fireChannelActive();
    }

    private void requireGreeting() {
        if (setup != null && !setup.isBegun()) {
            end(
                    DisconnectReason.REFUSED_BY_READER,
                    "no greeting in " + settings.answerTimeout().toMillis() + " ms");
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf frame) {
        if (ended) {
            return;
        }
        receivedNanos = frames.receivedNanos();
        int at = frame.readerIndex();
        switch (LlrpHeader.type(frame, at)) {
            case MessageType.RO_ACCESS_REPORT -> report(frame);
            case MessageType.KEEPALIVE -> keepalive(LlrpHeader.messageId(frame, at));
            default -> control(frame);
        }
    }

    private void report(ByteBuf frame) {
        if (!isReady()) {
            tally.reportsBeforeReady.increment();
            return;
        }
        frame.skipBytes(LlrpHeader.BYTES);
        ReportOutcome outcome = reports.decode(frame, this::tag);
        tally.reports.increment();
        tally.tags.add(outcome.tags());
        long skipped = ReaderCounters.sum(reports.skipped());
        tally.skippedParameters.add(skipped - skippedInReports);
        skippedInReports = skipped;
        listener.onReportEnd(receivedNanos);
        if (outcome instanceof ReportOutcome.Malformed bad) {
            tally.malformed.increment();
            end(DisconnectReason.MALFORMED_REPORT, bad.fault() + " at byte " + bad.offset() + " of the report");
        }
    }

    private void tag(TagReport tag) {
        listener.onTag(tag, receivedNanos);
    }

    private void keepalive(long messageId) {
        tally.keepalives.increment();
        if (context != null && !context.channel().isWritable()) {
            end(DisconnectReason.IO_ERROR, "the reader sends and does not read");
            return;
        }
        if (requests != null) {
            requests.acknowledgeKeepalive(messageId);
        }
        if (keepalive != null) {
            keepalive.heard();
        }
    }

    private void control(ByteBuf frame) {
        if (requests != null && requests.takeRaw(frame)) {
            return;
        }
        try {
            ControlCodec.Decoded decoded = ControlCodec.decode(frame);
            tally.skippedParameters.add(decoded.skippedParameters());
            dispatch(LlrpHeader.messageId(frame, frame.readerIndex()), decoded.message());
        } catch (ControlException e) {
            if (e.fault() == ControlFault.UNKNOWN_TYPE) {
                // A vendor's message, or one of a later LLRP: no reason to lose the gate.
                tally.skippedMessages.increment();
                return;
            }
            tally.malformed.increment();
            end(DisconnectReason.MALFORMED_MESSAGE, String.valueOf(e.getMessage()));
        }
    }

    private void dispatch(long messageId, LLRPMessage message) {
        if (message instanceof READER_EVENT_NOTIFICATION notification) {
            event(notification.getReaderEventNotificationData());
        } else if (requests != null && !requests.take(messageId, message)) {
            tally.unmatchedAnswers.increment();
        }
    }

    private void event(@Nullable ReaderEventNotificationData data) {
        if (data == null || setup == null) {
            return;
        }
        if (data.getConnectionCloseEvent() != null) {
            end(DisconnectReason.CLOSED_BY_READER, "the reader is closing the connection");
        } else if (data.getConnectionAttemptEvent() != null && !setup.isBegun()) {
            tellTime(data.getTimestamp());
            setup.greeted(data.getConnectionAttemptEvent(), this::ready, this::watchKeepalive);
        } else {
            ReaderEvents.in(data).forEach(this::event);
        }
    }

    /** Only a greeting is sure to be of this moment: other events may have been held back. */
    private void tellTime(@Nullable Timestamp time) {
        if (time instanceof UTCTimestamp utc) {
            listener.onGreeting(ReaderClock.UTC, utc.getMicroseconds().toLong());
        } else if (time instanceof Uptime uptime) {
            listener.onGreeting(ReaderClock.UPTIME, uptime.getMicroseconds().toLong());
        }
    }

    private void event(ReaderEvent event) {
        if (event instanceof ReaderEvent.RoSpecChanged changed) {
            roSpec(changed);
        } else {
            listener.onEvent(event);
        }
    }

    private void roSpec(ReaderEvent.RoSpecChanged event) {
        if (event.roSpecId() == SetupMessages.OUR_SPEC_ID && setup != null && setup.isReplacing()) {
            // Our own doing, over in a moment: no reason to call the gate blind.
            return;
        }
        listener.onEvent(event);
        if (reading != null) {
            reading.heard(event);
        }
    }

    private void watchKeepalive() {
        if (context != null && keepalive == null) {
            keepalive = new KeepaliveWatch(context.channel().eventLoop(), settings, this::end);
        }
    }

    private void ready(ReaderSetup finished) {
        tally.connects.increment();
        finished.takesLess().forEach(listener::onEvent);
        listener.onReady(finished.capabilities());
        if (context != null && requests != null) {
            reading = new ReadingWatch(
                    context.channel().eventLoop(), requests, settings, listener::onEvent, this::end, tally);
        }
        followSettings(finished);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        end(DisconnectReason.CLOSED_BY_READER, "the reader closed the connection");
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof MalformedFrameException bad) {
            tally.malformed.increment();
            end(DisconnectReason.MALFORMED_FRAME, String.valueOf(bad.getMessage()));
        } else if (cause instanceof SSLException || cause.getCause() instanceof SSLException) {
            end(DisconnectReason.TLS_FAILED, "TLS: " + rootOf(cause));
        } else {
            end(DisconnectReason.IO_ERROR, cause.toString());
        }
    }

    /** The innermost cause says which certificate came instead of which. */
    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private void end(DisconnectReason reason, String detail) {
        if (ended) {
            return;
        }
        ended = true;
        if (keepalive != null) {
            keepalive.stop();
        }
        if (reading != null) {
            reading.stop();
        }
        if (setup != null) {
            setup.ended();
        }
        if (requests != null) {
            requests.abandon(detail);
        }
        if (context != null) {
            context.close();
        }
        whenEnded.accept(reason, detail);
    }
}
