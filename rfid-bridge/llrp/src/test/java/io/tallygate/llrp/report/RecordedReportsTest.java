package io.tallygate.llrp.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBuf;
import io.tallygate.llrp.RecordedFrames;
import io.tallygate.llrp.RecordedFrames.Recording;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MessageType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedReportsTest {

    static List<Recording> reports() {
        return RecordedFrames.startingWith("ROAccessReport");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void shouldDecodeWhatALiveReaderSent(Recording recording) throws Exception {
        ByteBuf frame = recording.frame(MessageType.RO_ACCESS_REPORT);
        List<JsonNode> expected = new ArrayList<>();
        recording.decoded().path("TagReportData").forEach(expected::add);

        int[] tags = {0};
        ReportOutcome outcome = new ReportDecoder().decode(frame.skipBytes(LlrpHeader.BYTES), tag -> {
            JsonNode json = expected.get(tags[0]++);
            assertThat(tag.epcBits()).isEqualTo(96);
            assertThat(tag.epcBytes()).isEqualTo(bytes(json.path("EPC96").path("EPC")));
            assertThat(tag.antenna()).isEqualTo(json.path("AntennaID").asInt(TagReport.ABSENT));
            assertThat(tag.hasRssi()).isEqualTo(json.path("PeakRSSI").isNumber());
            assertThat(tag.rssiDbm()).isEqualTo(json.path("PeakRSSI").asDouble(Double.NaN));
            assertThat(tag.firstSeenMicros())
                    .isEqualTo(json.path("FirstSeenUTC").asLong(TagReport.ABSENT));
            assertThat(tag.lastSeenMicros()).isEqualTo(json.path("LastSeenUTC").asLong(TagReport.ABSENT));
            assertThat(tag.seenCount()).isEqualTo(json.path("TagSeenCount").asInt(TagReport.ABSENT));
            assertThat(tag.clock()).isEqualTo(ReaderClock.UTC);
        });

        assertThat(outcome).isEqualTo(new ReportOutcome.Complete(expected.size()));
        assertThat(expected).isNotEmpty();
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }
}
