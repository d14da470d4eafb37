package io.tallygate.llrp.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.exceptions.InvalidLLRPMessageException;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;
import org.llrp.ltk.types.UnsignedInteger;

/** A random report of LLRP 1.0.1, written by ltkjava, and what must be read from it. */
final class GeneratedReport {

    private final List<Expected> expected = new ArrayList<>();
    private final RO_ACCESS_REPORT message = new RO_ACCESS_REPORT();

    GeneratedReport(Random random) {
        int tags = random.nextInt(12);
        for (int i = 0; i < tags; i++) {
            GeneratedTag drawn = new GeneratedTag(random);
            message.addToTagReportDataList(drawn.tag());
            expected.add(drawn.expected());
        }
        if (random.nextInt(4) == 0) {
            message.addToRFSurveyReportDataList(
                    LtkFields.survey(-random.nextInt(128), random.nextLong(Long.MAX_VALUE)));
        }
        if (random.nextInt(4) == 0) {
            message.addToCustomList(LtkFields.custom(4711, random.nextInt(100), (byte) tags));
        }
        message.setMessageID(new UnsignedInteger(random.nextInt(1 << 30)));
    }

    /**
     * What a decoder must make of one tag; absent numbers are null.
     *
     * @param rssi dBm, by the finer of the two figures that were sent
     * @param phase 4096ths of a turn
     * @param doppler 16ths of a Hz
     */
    record Expected(
            String epc,
            int epcBits,
            @Nullable Integer antenna,
            @Nullable Double rssi,
            @Nullable Integer channel,
            @Nullable Integer count,
            @Nullable Long roSpec,
            ReaderClock clock,
            @Nullable Long first,
            @Nullable Long last,
            String tid,
            @Nullable Integer phase,
            @Nullable Integer doppler) {}

    List<Expected> expected() {
        return Collections.unmodifiableList(expected);
    }

    /** The whole message, header and all. */
    byte[] bytes() throws InvalidLLRPMessageException {
        return message.encodeBinary();
    }
}
