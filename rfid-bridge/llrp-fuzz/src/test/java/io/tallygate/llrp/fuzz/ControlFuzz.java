package io.tallygate.llrp.fuzz;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.tallygate.llrp.control.ControlCodec;
import io.tallygate.llrp.control.ControlException;
import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.control.ReaderLook;
import io.tallygate.llrp.control.ReaderStatus;
import io.tallygate.llrp.control.VersionMessages;
import io.tallygate.llrp.frame.LlrpFrameDecoder;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MalformedFrameException;
import java.util.Arrays;
import org.llrp.ltk.types.LLRPMessage;

/**
 * A stream of any bytes. It must be cut into the messages it holds or refused, and each message read or refused; a message must be
 * exactly the bytes that stood in the stream. A hang, which is what ltkjava makes of a lie that got through, ends the run as well.
 */
public final class ControlFuzz {

    private static final int MOST_BYTES = 64 << 10;

    private ControlFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] stream) {
        EmbeddedChannel channel = new EmbeddedChannel(new LlrpFrameDecoder(MOST_BYTES));
        try {
            channel.writeInbound(Unpooled.wrappedBuffer(stream));
        } catch (MalformedFrameException refused) {
            if (refused.fault() == null) {
                throw new AssertionError("a refusal without a reason", refused);
            }
        }
        int at = 0;
        for (ByteBuf frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            byte[] bytes = ByteBufUtil.getBytes(frame);
            if (!Arrays.equals(bytes, 0, bytes.length, stream, at, at + bytes.length)) {
                throw new AssertionError("a message that did not stand in the stream");
            }
            at += bytes.length;
            control(frame, bytes);
            frame.release();
        }
        channel.finishAndReleaseAll();
    }

    private static void control(ByteBuf frame, byte[] bytes) {
        ReaderLook.roSpec(bytes);
        ReaderLook.antennas(bytes);
        ReaderLook.output(bytes, 1);
        VersionMessages.supported(bytes);
        VersionMessages.current(bytes);
        VersionMessages.isAgreed(bytes);
        try {
            LLRPMessage message = ControlCodec.decode(frame).message();
            if (message.getMessageID().toLong() != LlrpHeader.messageId(frame, frame.readerIndex())) {
                throw new AssertionError("another message id");
            }
            ReaderStatus.of(message).describe();
            ReaderCapabilities.of(message).radio().gateMode();
        } catch (ControlException refused) {
            if (refused.fault() == null) {
                throw new AssertionError("a refusal without a reason", refused);
            }
        }
    }
}
