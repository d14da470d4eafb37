package io.tallygate.crossing;

/**
 * One read of one tag.
 *
 * @param timeUs when the reader saw it, microseconds on any clock that only this portal's reads share
 * @param antenna the reader's antenna number, from 1
 * @param rssiDbm peak signal strength in dBm
 * @param phaseDeg radio phase in degrees, NaN where the reader does not tell
 * @param dopplerHz Doppler shift in Hz, NaN where the reader does not tell
 * @param channel the frequency it was read on, an index from 1 into the reader's table; 0 where the reader does not tell
 */
public record TagObservation(
        long timeUs, int antenna, Epc epc, double rssiDbm, double phaseDeg, double dopplerHz, int channel) {

    public static TagObservation of(long timeUs, int antenna, Epc epc, double rssiDbm) {
        return new TagObservation(timeUs, antenna, epc, rssiDbm, Double.NaN, Double.NaN, 0);
    }
}
