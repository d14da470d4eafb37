package io.tallygate.llrp.frame;

import io.netty.buffer.ByteBuf;

/**
 * The header of an LLRP message (LLRP 1.1, 16.1): 3 reserved bits, 3 bits version, 10 bits type, u32 length with these ten bytes
 * included, u32 message id. Reads it in place; nothing is allocated.
 */
public final class LlrpHeader {

    /** Bytes of the header, and so the shortest message there is. */
    public static final int BYTES = 10;

    /** LLRP 1.0.1, which every reader speaks and which we write. */
    public static final int VERSION_1_0_1 = 1;

    /** LLRP 1.1. Readers may stamp it on what they send; the messages we use are the same in both. */
    public static final int VERSION_1_1 = 2;

    private static final int LENGTH_AT = 2;
    private static final int MESSAGE_ID_AT = 6;

    private LlrpHeader() {}

    /** The version number of the frame that starts at {@code at}. */
    public static int version(ByteBuf frame, int at) {
        return frame.getUnsignedShort(at) >>> 10 & 0x7;
    }

    /** The three reserved bits, which must be zero. */
    public static int reserved(ByteBuf frame, int at) {
        return frame.getUnsignedShort(at) >>> 13;
    }

    /** The message type; see {@link MessageType}. */
    public static int type(ByteBuf frame, int at) {
        return frame.getUnsignedShort(at) & 0x3FF;
    }

    /** Bytes of the whole message as the peer claims them, header included. */
    public static long length(ByteBuf frame, int at) {
        return frame.getUnsignedInt(at + LENGTH_AT);
    }

    /** The message id; an answer carries that of its request. */
    public static long messageId(ByteBuf frame, int at) {
        return frame.getUnsignedInt(at + MESSAGE_ID_AT);
    }

    /** Puts a message id into an encoded message that serves as a template. */
    public static void stampMessageId(byte[] message, int messageId) {
        message[MESSAGE_ID_AT] = (byte) (messageId >>> 24);
        message[MESSAGE_ID_AT + 1] = (byte) (messageId >>> 16);
        message[MESSAGE_ID_AT + 2] = (byte) (messageId >>> 8);
        message[MESSAGE_ID_AT + 3] = (byte) messageId;
    }

    /** Puts a version into an encoded message: that which was agreed upon with the reader. */
    public static void stampVersion(byte[] message, int version) {
        message[0] = (byte) (version << 2 | message[0] & 0x3);
    }

    /** Writes a header of version 1.0.1 for a body of {@code bodyBytes}. */
    public static void write(ByteBuf out, int type, int bodyBytes, long messageId) {
        out.writeShort(VERSION_1_0_1 << 10 | type);
        out.writeInt(BYTES + bodyBytes);
        out.writeInt((int) messageId);
    }
}
