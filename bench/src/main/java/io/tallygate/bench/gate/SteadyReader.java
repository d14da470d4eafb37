package io.tallygate.bench.gate;

import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.TagObservation;
import io.tallygate.simulator.SimulatedReader;
import java.util.ArrayList;
import java.util.List;

/** A simulated reader with a hundred tags lying on the inner side, reported twenty at a time. */
final class SteadyReader implements AutoCloseable {
    static final int TAGS_A_REPORT = 20;
    private static final int TAGS = 100;

    private final SimulatedReader reader = SimulatedReader.start(0);
    private final String portal;
    private final List<byte[]> frames = new ArrayList<>();
    private int reports;

    SteadyReader(int number) {
        this.portal = "T-" + number;
        for (int first = 0; first < TAGS; first += TAGS_A_REPORT) {
            List<TagObservation> reads = new ArrayList<>();
            for (int tag = first; tag < first + TAGS_A_REPORT; tag++) {
                Epc epc = new Epc(String.format("3414257BF4%014X", ((long) number << 32) + tag));
                reads.add(TagObservation.of(0, 1 + tag % 2, epc, -55 - tag % 10));
            }
            frames.add(ReportFrame.of(first + 1, reads));
        }
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
