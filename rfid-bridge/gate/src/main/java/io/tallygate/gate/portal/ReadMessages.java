package io.tallygate.gate.portal;

import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.crossing.TagObservation;

/** A read as it leaves the gate. */
final class ReadMessages {
    private ReadMessages() {}

    /** What every read tells; phase, Doppler and channel cost nothing where the reader does not send them. */
    static TagRead.Builder read(TagObservation read, long seenAtUs) {
        TagRead.Builder message = TagRead.newBuilder()
                .setEpc(read.epc().hex())
                .setAntenna(read.antenna())
                .setRssiCentiDbm(Math.toIntExact(Math.round(read.rssiDbm() * 100)))
                .setSeenAtUs(seenAtUs);
        if (!Double.isNaN(read.phaseDeg())) {
            message.setPhaseDegrees((float) read.phaseDeg());
        }
        if (!Double.isNaN(read.dopplerHz())) {
            message.setDopplerHz((float) read.dopplerHz());
        }
        message.setChannel(read.channel());
        return message;
    }
}
