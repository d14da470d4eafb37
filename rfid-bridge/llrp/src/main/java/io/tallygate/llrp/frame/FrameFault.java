package io.tallygate.llrp.frame;

/** Why bytes from a peer are not an LLRP message that we take. Each ends that connection and no other. */
public enum FrameFault {
    /** One of the three reserved bits is set: this is not LLRP. */
    RESERVED_BITS_SET,
    /** A version other than 1.0.1 and 1.1. */
    UNSUPPORTED_VERSION,
    /** The length is less than the header itself. */
    LENGTH_TOO_SMALL,
    /** The length is more than the connection's limit. */
    LENGTH_TOO_LARGE
}
