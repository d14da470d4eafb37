package io.tallygate.llrp.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.tallygate.llrp.control.ControlCodec;
import io.tallygate.llrp.control.SetupMessages;
import io.tallygate.llrp.frame.LlrpHeader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.llrp.ltk.types.LLRPMessage;

/** Sends messages on one connection and numbers them. On its event loop alone. */
final class Requests {

    private final Channel channel;
    private final PendingAnswers<LLRPMessage> answers;
    private final PendingAnswers<byte[]> looks;
    private final byte[] keepaliveAck = ControlCodec.encode(SetupMessages.keepaliveAck(), 0);
    private final Map<Integer, byte[]> gpoTemplates = new HashMap<>();
    private final Map<Integer, byte[]> gpoLookTemplates = new HashMap<>();
    private int version = LlrpHeader.VERSION_1_0_1;
    private int lastMessageId;
    private long answered;

    Requests(Channel channel, Duration answerTimeout) {
        this.channel = channel;
        this.answers = new PendingAnswers<>(channel.eventLoop(), answerTimeout);
        this.looks = new PendingAnswers<>(channel.eventLoop(), answerTimeout);
    }

    /** Hands {@code answer} to whoever asked for it; false when nobody did. */
    boolean take(long messageId, LLRPMessage answer) {
        return count(answers.complete(messageId, answer));
    }

    /** How many answers have come to what was asked. */
    long answered() {
        return answered;
    }

    private boolean count(boolean taken) {
        if (taken) {
            answered++;
        }
        return taken;
    }

    /** Everything sent from now on is of that version. */
    void speak(int agreed) {
        version = agreed;
    }

    int version() {
        return version;
    }

    /** Asks for an answer that is looked at byte by byte, whatever it is. */
    CompletableFuture<byte[]> askRaw(byte[] request) {
        int id = ++lastMessageId;
        CompletableFuture<byte[]> answer = looks.expect(id);
        LlrpHeader.stampMessageId(request, id);
        channel.writeAndFlush(Unpooled.wrappedBuffer(request));
        return answer;
    }

    CompletableFuture<byte[]> askRaw(LLRPMessage request) {
        byte[] message = ControlCodec.encode(request, 0);
        LlrpHeader.stampVersion(message, version);
        return askRaw(message);
    }

    /** Hands {@code frame} to whoever asked for it raw; false when nobody did. */
    boolean takeRaw(ByteBuf frame) {
        long id = LlrpHeader.messageId(frame, frame.readerIndex());
        return count(looks.isExpected(id) && looks.complete(id, ByteBufUtil.getBytes(frame)));
    }

    /** Nothing will be answered any more. */
    void abandon(String why) {
        answers.abandon(why);
        looks.abandon(why);
    }

    CompletableFuture<LLRPMessage> ask(LLRPMessage request) {
        int id = ++lastMessageId;
        CompletableFuture<LLRPMessage> answer = answers.expect(id);
        write(ControlCodec.encode(request, id));
        return answer;
    }

    void tell(LLRPMessage message) {
        write(ControlCodec.encode(message, ++lastMessageId));
    }

    /** The acknowledgement carries the id of the KEEPALIVE it answers. */
    void acknowledgeKeepalive(long messageId) {
        write(stamped(keepaliveAck, (int) messageId));
    }

    /** Encodes the write of a port and the look at it beforehand: ltkjava takes longer to encode them than the network to carry them. */
    void prepareGpo(int port) {
        gpoTemplate(port, true);
        gpoTemplate(port, false);
        gpoLookTemplate(port);
    }

    GpoRequest askGpo(int port, boolean on) {
        int id = ++lastMessageId;
        byte[] message = stamped(gpoTemplate(port, on), id);
        // Out first, then the bookkeeping: the horn waits for nothing.
        ChannelFuture written = write(message);
        return new GpoRequest(written, looks.expect(id));
    }

    /** A GPO write on its way: handed to the socket, answered. */
    record GpoRequest(ChannelFuture written, CompletableFuture<byte[]> answer) {}

    /** Asks what an output is set to. */
    CompletableFuture<byte[]> lookAtGpo(int port) {
        byte[] message = gpoLookTemplate(port).clone();
        LlrpHeader.stampVersion(message, version);
        return askRaw(message);
    }

    private byte[] gpoTemplate(int port, boolean on) {
        return gpoTemplates.computeIfAbsent(
                on ? port : -port, key -> ControlCodec.encode(SetupMessages.writeGpo(port, on), 0));
    }

    private byte[] gpoLookTemplate(int port) {
        return gpoLookTemplates.computeIfAbsent(port, key -> ControlCodec.encode(SetupMessages.getOutput(key), 0));
    }

    private static byte[] stamped(byte[] template, int messageId) {
        byte[] message = template.clone();
        LlrpHeader.stampMessageId(message, messageId);
        return message;
    }

    private ChannelFuture write(byte[] message) {
        LlrpHeader.stampVersion(message, version);
        return channel.writeAndFlush(Unpooled.wrappedBuffer(message));
    }
}
