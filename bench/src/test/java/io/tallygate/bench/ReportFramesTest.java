package io.tallygate.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.Unpooled;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.report.ReportDecoder;
import io.tallygate.llrp.report.ReportOutcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;

/** Both sides of the decoding bench must see the same tags, or its ratio means nothing. */
class ReportFramesTest {

    @Test
    void shouldMeanTheSameToBothDecoders() throws Exception {
        byte[] frame = ReportFrames.of(10, 1);
        List<Integer> ours = new ArrayList<>();

        ReportOutcome outcome = new ReportDecoder()
                .decode(Unpooled.wrappedBuffer(frame).skipBytes(LlrpHeader.BYTES), tag -> ours.add(tag.channelIndex()));

        List<Integer> theirs = new RO_ACCESS_REPORT(frame)
                .getTagReportDataList().stream()
                        .map(tag -> tag.getChannelIndex().getChannelIndex().toInteger())
                        .toList();
        assertEquals(new ReportOutcome.Complete(10), outcome);
        assertEquals(theirs, ours);
    }
}
