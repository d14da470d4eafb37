package io.tallygate.gate.record;

/** Why there is no trace, in words for whoever asked for it. */
final class RecordFault extends Exception {
    private static final long serialVersionUID = 1L;

    RecordFault(String why) {
        super(why);
    }

    RecordFault(String why, Throwable cause) {
        super(why, cause);
    }
}
