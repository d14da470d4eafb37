package io.tallygate.bench.gate;

import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.TagObservation;
import io.tallygate.simulator.SimulatedReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulated reader with a hundred tags on the inner side, reported twenty at a time: ninety lie there, ten are carried to and fro by people who
 * come no nearer than a metre, heard by both zones.
 */
final class SteadyReader implements AutoCloseable {
    static final int TAGS_A_REPORT = 20;
    private static final int TAGS = 100;
    private static final int LYING = 90;
    /** All tags are reported ten times a second; somebody goes to and fro in four. */
    private static final int ROUNDS = 40;

    private static final double MIDDLE_M = -2;
    private static final double SWING_M = 1;

    private final SimulatedReader reader = SimulatedReader.start(0);
    private final String portal;
    private final List<byte[]> frames = new ArrayList<>();
    private int reports;

    SteadyReader(int number) {
        this.portal = "T-" + number;
        for (int round = 0; round < ROUNDS; round++) {
            for (int first = 0; first < TAGS; first += TAGS_A_REPORT) {
                List<TagObservation> reads = new ArrayList<>();
                for (int tag = first; tag < first + TAGS_A_REPORT; tag++) {
                    Epc epc = new Epc(String.format("3414257BF4%014X", ((long) number << 32) + tag));
                    reads.add(tag < LYING ? lying(epc, tag, round) : carried(epc, tag, round));
                }
                frames.add(ReportFrame.of(frames.size() + 1, reads));
            }
        }
    }

    private static TagObservation lying(Epc epc, int tag, int round) {
        int flicker = (tag + round) % 3 - 1;
        return TagObservation.of(0, 1 + tag % 2, epc, -55 - tag % 10 + flicker);
    }

    private static TagObservation carried(Epc epc, int tag, int round) {
        double metres = MIDDLE_M + SWING_M * Math.sin(2 * Math.PI * ((double) round / ROUNDS + tag / 10.0));
        boolean inside = (tag + round) % 2 == 0;
        double away = Math.hypot(metres - (inside ? -0.6 : 0.6), 0.5);
        return TagObservation.of(0, inside ? 1 : 3, epc, Math.rint(-48 - 35 * Math.log10(away / 0.5)));
    }

    String portal() {
        return portal;
    }

    int port() {
        return reader.port();
    }

    boolean isWatched() {
        return reader.state().connected() && reader.state().reading();
    }

    void report(long timeUs) {
        byte[] frame = frames.get(reports++ % frames.size()).clone();
        ReportFrame.stamp(frame, timeUs);
        reader.send(frame);
    }

    /** Reads sent so far. */
    long reads() {
        return (long) reports * TAGS_A_REPORT;
    }

    /** A batch of the bridge's, of so many reads like these. */
    static byte[] batch(int reads) {
        ReadBatch.Builder batch = ReadBatch.newBuilder().setPortalCode("T-0").setSequence(1);
        for (int tag = 0; tag < reads; tag++) {
            batch.addReads(TagRead.newBuilder()
                    .setEpc(String.format("3414257BF4%014X", tag))
                    .setAntenna(1 + tag % 2)
                    .setRssiCentiDbm(-5500)
                    .setSeenAtUs(1_780_000_000_000_000L + tag * 1_000L)
                    .setCount(1));
        }
        return batch.build().toByteArray();
    }

    @Override
    public void close() {
        reader.close();
    }
}
