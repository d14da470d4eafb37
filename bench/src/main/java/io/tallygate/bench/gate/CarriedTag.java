package io.tallygate.bench.gate;

import io.tallygate.crossing.Epc;
import io.tallygate.crossing.TagObservation;

/** A tag carried out in {@value #READS} reads, one in each report. */
final class CarriedTag {
    static final int READS = 80;

    private final Epc epc;
    private int step;

    /** @param number makes the EPC: GIAI-96 under 0614141, in no ledger */
    CarriedTag(long number) {
        this.epc = new Epc(String.format("3414257BF4%014X", number));
    }

    TagObservation next(long timeUs) {
        TagObservation read = at(epc, step, timeUs);
        step++;
        return read;
    }

    boolean isThrough() {
        return step == READS;
    }

    private static TagObservation at(Epc epc, int step, long timeUs) {
        boolean inside = step % 2 == 0;
        double metres = -1.2 + 2.4 * step / READS;
        double away = Math.hypot(metres - (inside ? -0.6 : 0.6), 0.5);
        double dbm = Math.rint(-48 - 35 * Math.log10(away / 0.5));
        return TagObservation.of(timeUs, inside ? 1 : 3, epc, dbm);
    }
}
