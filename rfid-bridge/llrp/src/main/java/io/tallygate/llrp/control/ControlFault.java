package io.tallygate.llrp.control;

/** Why a control message could not be read. */
public enum ControlFault {
    /** Longer than any control message needs to be. */
    TOO_LARGE,
    /** A parameter's length runs beyond what encloses it, or is shorter than its header. */
    LYING_LENGTH,
    /** Parameters nested deeper than LLRP nests them. */
    TOO_DEEP,
    /** A message type outside LLRP 1.0.1. */
    UNKNOWN_TYPE,
    /** A parameter that must be there is not. */
    PARAMETER_MISSING,
    /** The fields do not add up. */
    UNREADABLE
}
