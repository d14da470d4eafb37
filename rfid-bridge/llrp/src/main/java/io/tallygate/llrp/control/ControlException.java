package io.tallygate.llrp.control;

/** A control message that cannot be read, or one of ours that cannot be written (a bug). */
public final class ControlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ControlFault fault;

    ControlException(ControlFault fault, String detail) {
        super(fault + ": " + detail);
        this.fault = fault;
    }

    ControlException(ControlFault fault, String detail, Throwable cause) {
        super(fault + ": " + detail, cause);
        this.fault = fault;
    }

    /** What is wrong with the bytes. */
    public ControlFault fault() {
        return fault;
    }
}
