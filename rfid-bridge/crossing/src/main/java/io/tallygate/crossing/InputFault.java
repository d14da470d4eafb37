package io.tallygate.crossing;

/** An input file that cannot be used; the message says where ({@code file:line}) and why. */
public final class InputFault extends Exception {
    private static final long serialVersionUID = 1L;

    public InputFault(String file, long line, String why) {
        super(file + ":" + line + ": " + why);
    }

    public InputFault(String file, String why) {
        super(file + ": " + why);
    }
}
