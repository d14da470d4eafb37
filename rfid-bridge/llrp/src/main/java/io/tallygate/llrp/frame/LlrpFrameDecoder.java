package io.tallygate.llrp.frame;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts a byte stream into LLRP messages. Each is passed on as a retained slice from the first header byte to the last body byte;
 * whoever takes it releases it.
 *
 * <p>Throws {@link MalformedFrameException} down the pipeline once, on the first header that is none, and reads nothing after it:
 * a stream that lost its framing cannot find it again. Not shareable.
 */
public final class LlrpFrameDecoder extends ByteToMessageDecoder {

    /** Four mebibytes: some 60 000 tags in one report, above what readers buffer. */
    public static final int DEFAULT_MAX_BYTES = 4 << 20;

    private final int maxBytes;
    private long receivedNanos = System.nanoTime();
    private boolean framingLost;

    public LlrpFrameDecoder() {
        this(DEFAULT_MAX_BYTES);
    }

    /**
     * @param maxBytes the longest message taken, header included; at least ten
     */
    public LlrpFrameDecoder(int maxBytes) {
        if (maxBytes < LlrpHeader.BYTES) {
            throw new IllegalArgumentException("an LLRP message has at least " + LlrpHeader.BYTES + " bytes");
        }
        this.maxBytes = maxBytes;
    }

    /**
     * {@link System#nanoTime()} when the segment that completed the newest message was read. Messages that share a segment share
     * it, so that time spent on the first of them counts for the last.
     */
    public long receivedNanos() {
        return receivedNanos;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
        receivedNanos = System.nanoTime();
        super.channelRead(ctx, msg);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (framingLost) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (in.readableBytes() < LlrpHeader.BYTES) {
            return;
        }
        int at = in.readerIndex();
        requireHeader(in, at);
        int length = (int) LlrpHeader.length(in, at);
        if (in.readableBytes() >= length) {
            out.add(in.readRetainedSlice(length));
        }
    }

    private void requireHeader(ByteBuf in, int at) {
        if (LlrpHeader.reserved(in, at) != 0) {
            throw lost(FrameFault.RESERVED_BITS_SET, "first byte " + in.getUnsignedByte(at));
        }
        int version = LlrpHeader.version(in, at);
        if (version != LlrpHeader.VERSION_1_0_1 && version != LlrpHeader.VERSION_1_1) {
            throw lost(FrameFault.UNSUPPORTED_VERSION, "version " + version);
        }
        long length = LlrpHeader.length(in, at);
        if (length < LlrpHeader.BYTES) {
            throw lost(FrameFault.LENGTH_TOO_SMALL, length + " bytes");
        }
        if (length > maxBytes) {
            throw lost(FrameFault.LENGTH_TOO_LARGE, length + " bytes, " + maxBytes + " are taken");
        }
    }

    private MalformedFrameException lost(FrameFault fault, String detail) {
        framingLost = true;
        return new MalformedFrameException(fault, detail);
    }
}
