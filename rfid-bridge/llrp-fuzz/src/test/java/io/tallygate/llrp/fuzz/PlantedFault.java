package io.tallygate.llrp.fuzz;

/** Throws on five bytes that chance alone would not hit in a lifetime. */
public final class PlantedFault {

    private PlantedFault() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length > 4 && data[0] == 'l' && data[1] == 'l' && data[2] == 'r' && data[3] == 'p' && data[4] == '!') {
            throw new IllegalStateException("planted");
        }
    }
}
