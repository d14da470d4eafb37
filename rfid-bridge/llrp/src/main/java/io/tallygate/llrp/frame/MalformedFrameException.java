package io.tallygate.llrp.frame;

import io.netty.handler.codec.DecoderException;

/** The peer sent what is no LLRP message. Carries the {@link FrameFault}; the connection is to be closed. */
public final class MalformedFrameException extends DecoderException {

    private static final long serialVersionUID = 1L;

    private final FrameFault fault;

    MalformedFrameException(FrameFault fault, String detail) {
        super(fault + ": " + detail);
        this.fault = fault;
    }

    /** Which rule the bytes broke. */
    public FrameFault fault() {
        return fault;
    }
}
