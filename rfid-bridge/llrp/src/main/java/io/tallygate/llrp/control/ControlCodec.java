package io.tallygate.llrp.control;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.tallygate.llrp.frame.LlrpHeader;
import org.llrp.ltk.exceptions.InvalidLLRPMessageException;
import org.llrp.ltk.generated.LLRPMessageFactory;
import org.llrp.ltk.types.LLRPMessage;
import org.llrp.ltk.types.UnsignedInteger;

/** Control messages to bytes and back. Not for RO_ACCESS_REPORT, which has a decoder of its own. */
public final class ControlCodec {

    /** The longest control message read. Capabilities of large readers have some 10 KiB; ltkjava is slow on what it reads. */
    public static final int MAX_BYTES = 64 << 10;

    private ControlCodec() {}

    /** A decoded message, and how many parameters were taken out because nobody here knows them. */
    public record Decoded(LLRPMessage message, int skippedParameters) {}

    /**
     * Reads a control message.
     *
     * @param frame a whole message whose header the frame decoder has checked; its indexes stay where they are
     * @throws ControlException when it cannot be read
     */
    public static Decoded decode(ByteBuf frame) {
        if (frame.readableBytes() > MAX_BYTES) {
            throw new ControlException(ControlFault.TOO_LARGE, frame.readableBytes() + " bytes");
        }
        byte[] message = ByteBufUtil.getBytes(frame);
        if (!ParameterLayout.isMessage(ParameterLayout.u16(message, 0) & 0x3FF)) {
            throw new ControlException(ControlFault.UNKNOWN_TYPE, typeOf(message));
        }
        // The messages used here are the same in LLRP 1.1; ltkjava knows 1.0.1 alone.
        message[0] = (byte) (LlrpHeader.VERSION_1_0_1 << 2 | message[0] & 0x3);
        ControlSieve.Sieved sieved = ControlSieve.sieve(message);
        return new Decoded(parse(sieved.message()), sieved.skipped());
    }

    private static LLRPMessage parse(byte[] message) {
        try {
            return LLRPMessageFactory.createLLRPMessage(message);
        } catch (InvalidLLRPMessageException | RuntimeException e) {
            // Whatever ltkjava stumbles over, it stumbles over the peer's bytes.
            throw new ControlException(ControlFault.UNREADABLE, typeOf(message) + ", " + e.getMessage(), e);
        }
    }

    private static String typeOf(byte[] message) {
        return "message type " + (ParameterLayout.u16(message, 0) & 0x3FF);
    }

    /**
     * Writes a message of ours.
     *
     * @param messageId its id; the answer carries the same
     * @throws ControlException when the message lacks a mandatory part, which is a bug here
     */
    public static byte[] encode(LLRPMessage message, long messageId) {
        message.setMessageID(new UnsignedInteger(messageId));
        try {
            return message.encodeBinary();
        } catch (InvalidLLRPMessageException e) {
            throw new ControlException(ControlFault.UNREADABLE, message.getName(), e);
        }
    }
}
