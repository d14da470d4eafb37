package io.tallygate.simulator;

/** What a reader makes of Impinj's extensions to LLRP. */
public enum Extensions {
    /** It is of another maker: a vendor's message is answered with an error, a ROSpec with a vendor's parameter in it refused. */
    FOREIGN,
    /** It is one of Impinj's and does what it is asked, once they are enabled on that connection. */
    TAKEN,
    /** One of Impinj's that does not enable them. */
    REFUSED,
    /** One that enables them and refuses every ROSpec that uses them, as old firmware does that does not know them all. */
    REFUSED_IN_SPECS,
    /** One that answers nothing when asked to enable them. */
    UNANSWERED,
    /** One that hangs up when asked to. */
    HUNG_UP_ON
}
