package io.tallygate.simulator;

/**
 * What a ROSpec asks to be told of each read beyond what is always told.
 *
 * @param channel the frequency, as an index (LLRP's own)
 * @param phase of the carrier (Impinj's, as the following)
 * @param strength in hundredths of a dBm
 * @param doppler shift of the carrier
 */
record ReportContent(boolean channel, boolean phase, boolean strength, boolean doppler) {

    static final ReportContent LEAST = new ReportContent(false, false, false, false);

    /** What either asks for. */
    ReportContent and(ReportContent other) {
        return new ReportContent(
                channel || other.channel, phase || other.phase, strength || other.strength, doppler || other.doppler);
    }
}
