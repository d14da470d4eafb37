package io.tallygate.crossing;

/** An input file that cannot be used; the message says where ({@code file:line}) and why. */
final class InputFault extends Exception {
    private static final long serialVersionUID = 1L;

    InputFault(String file, long line, String why) {
        super(file + ":" + line + ": " + why);
    }

    InputFault(String file, String why) {
        super(file + ": " + why);
    }
}
