package io.tallygate.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.ScheduledFuture;
import io.tallygate.llrp.control.ControlCodec;
import io.tallygate.llrp.control.ControlException;
import io.tallygate.llrp.control.ReaderStatus;
import io.tallygate.llrp.frame.LlrpFrameDecoder;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MessageType;
import io.tallygate.simulator.Answers.Verdict;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.enumerations.ConnectionAttemptStatusType;
import org.llrp.ltk.generated.enumerations.ROSpecEventType;
import org.llrp.ltk.generated.enumerations.StatusCode;
import org.llrp.ltk.generated.messages.ADD_ROSPEC;
import org.llrp.ltk.generated.messages.KEEPALIVE;
import org.llrp.ltk.generated.messages.READER_EVENT_NOTIFICATION;
import org.llrp.ltk.types.LLRPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection, as the reader sees it. On the reader's event loop. */
final class ReaderSession extends SimpleChannelInboundHandler<ByteBuf> {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderSession.class);

    /** Far from where any client counts its messages. */
    private static final long STRAY_MESSAGE_ID = 0x7F00_0001;

    private static final int FIRST_PARAMETER_LENGTH = LlrpHeader.BYTES + 2;

    private final SimulatedReader reader;
    private final LlrpFrameDecoder frames;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ScheduledFuture<?> keepalives;
    private boolean enabled;
    private boolean extended;
    private boolean silent;
    private long lastMessageId;
    private int version;
    private long keepaliveId = -1;

    ReaderSession(SimulatedReader reader, LlrpFrameDecoder frames) {
        this.reader = reader;
        this.frames = frames;
    }

    /** Whether the client may be sent events and reports. */
    boolean takesReports() {
        return enabled && !silent;
    }

    /** From now on neither reads nor writes, and the connection stays: half open, as after a broken switch. */
    void fallSilent() {
        silent = true;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        reader.attach(this);
        ctx.fireChannelActive();
    }

    /** The greeting that takes the client. */
    void welcome() {
        enabled = !reader.control().holds();
        send(ReaderEventMessages.connectionAttempt(
                ConnectionAttemptStatusType.Success, reader.control().timestamp()));
        keepAlive();
    }

    /** The greeting that turns the client away. */
    void refuse() {
        send(ReaderEventMessages.connectionAttempt(
                ConnectionAttemptStatusType.Failed_A_Client_Initiated_Connection_Already_Exists,
                reader.control().timestamp()));
        close();
    }

    void close() {
        if (context != null) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    void send(LLRPMessage message) {
        sendBytes(ControlCodec.encode(message, ++lastMessageId));
    }

    /** As {@link #send}, once the client takes events, if it is one that the client has switched on. */
    void tell(READER_EVENT_NOTIFICATION event) {
        if (takesReports() && reader.control().events().lets(event)) {
            send(event);
        }
    }

    void sendBytes(byte[] message) {
        if (context == null || silent) {
            return;
        }
        if (reader.isSlow()) {
            for (byte each : message) {
                context.writeAndFlush(Unpooled.wrappedBuffer(new byte[] {each}));
            }
        } else {
            context.writeAndFlush(Unpooled.wrappedBuffer(message));
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf frame) {
        if (silent) {
            return;
        }
        int at = frame.readerIndex();
        long id = LlrpHeader.messageId(frame, at);
        version = LlrpHeader.version(frame, at);
        if (reader.control().isMute() && LlrpHeader.type(frame, at) != MessageType.KEEPALIVE_ACK) {
            return;
        }
        if (VersionAnswers.isVersionMessage(LlrpHeader.type(frame, at))) {
            answerVersion(frame);
            return;
        }
        switch (LlrpHeader.type(frame, at)) {
            case MessageType.KEEPALIVE_ACK -> reader.acknowledged(id == keepaliveId);
            case MessageType.ENABLE_EVENTS_AND_REPORTS -> {
                enabled = true;
                reader.flushHeld();
            }
            case MessageType.CUSTOM_MESSAGE -> answerVendor(frame);
            case MessageType.CLOSE_CONNECTION -> {
                answer(frame, id);
                close();
            }
            default -> {
                answer(frame, id);
                keepAlive();
            }
        }
    }

    private void answerVersion(ByteBuf frame) {
        ReaderProfile profile = reader.control().profile();
        if (profile.hangsUpOnVersions()) {
            close();
        } else {
            sendBytes(VersionAnswers.to(frame, profile.newest()));
        }
    }

    private void answerVendor(ByteBuf frame) {
        reader.control().hears(VendorAnswers.nameOf(frame));
        Extensions extensions = reader.control().profile().extensions();
        if (extensions == Extensions.FOREIGN || !VendorAnswers.isEnabling(frame)) {
            sendBytes(VendorAnswers.unknown(frame));
            return;
        }
        switch (extensions) {
            case FOREIGN, UNANSWERED -> {}
            case HUNG_UP_ON -> close();
            case REFUSED ->
                sendBytes(VendorAnswers.enabling(
                        frame, new Verdict(StatusCode.M_UnsupportedMessage, "no extensions here", 0)));
            case TAKEN, REFUSED_IN_SPECS -> {
                extended = true;
                sendBytes(VendorAnswers.enabling(frame, Verdict.SUCCESS));
            }
        }
    }

    /** The version of the client's last message, which a reader of LLRP 1.1 goes by. */
    int version() {
        return version;
    }

    private void answer(ByteBuf frame, long id) {
        ControlCodec.Decoded decoded = ControlCodec.decode(frame);
        LLRPMessage request = decoded.message();
        reader.control().hears(request.getName());
        if (reader.control().ignores(request)) {
            return;
        }
        LLRPMessage stray = reader.control().strayRefusal(request);
        if (stray != null) {
            sendBytes(ControlCodec.encode(stray, STRAY_MESSAGE_ID));
        }
        List<Long> before = reader.control().specs().started();
        LLRPMessage answer = request instanceof ADD_ROSPEC spec
                ? addRoSpec(spec, frame, decoded.skippedParameters())
                : reader.control().answer(request, frames.receivedNanos());
        tellOfEnded(before);
        byte[] message = ControlCodec.encode(answer, id);
        if (reader.control().liesTo(request)) {
            message[FIRST_PARAMETER_LENGTH] = (byte) 0xFF;
        }
        sendBytes(message);
        reader.answered();
    }

    /** Also of those that the client itself has ended, as readers of the field do. */
    private void tellOfEnded(List<Long> before) {
        if (!reader.control().profile().takesEvents()) {
            return;
        }
        List<Long> now = reader.control().specs().started();
        before.stream()
                .filter(id -> !now.contains(id))
                .forEach(id -> tell(ReaderEventMessages.roSpec(
                        id, ROSpecEventType.End_Of_ROSpec, reader.control().timestamp())));
    }

    private LLRPMessage addRoSpec(ADD_ROSPEC request, ByteBuf frame, int unknown) {
        ControlPlane control = reader.control();
        ContentSelector.Asked asked =
                ContentSelector.read(request, frame, unknown, control.profile().extensions(), extended);
        if (asked.refusal() != null) {
            return Answers.to(request, asked.refusal());
        }
        LLRPMessage answer = control.answer(request, frames.receivedNanos());
        if (ReaderStatus.of(answer).isSuccess()) {
            control.tells(request.getROSpec().getROSpecID().toLong(), asked.content());
        }
        return answer;
    }

    private void keepAlive() {
        if (keepalives == null && context != null && reader.control().keepaliveMillis() > 0) {
            scheduleKeepalive(context);
        }
    }

    private void scheduleKeepalive(ChannelHandlerContext ctx) {
        keepalives = ctx.executor()
                .schedule(
                        () -> {
                            KEEPALIVE beat = new KEEPALIVE();
                            send(beat);
                            keepaliveId = lastMessageId;
                            scheduleKeepalive(ctx);
                        },
                        Math.max(10, reader.control().keepaliveMillis()),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (keepalives != null) {
            keepalives.cancel(false);
        }
        reader.detach(this);
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof ControlException) {
            LOG.warn("reader {}: a request it cannot read: {}", reader.code(), cause.getMessage());
        } else {
            LOG.warn("reader {}: {}", reader.code(), cause.toString());
        }
        ctx.close();
    }
}
