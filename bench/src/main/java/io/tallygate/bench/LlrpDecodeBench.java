package io.tallygate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.report.ReportDecoder;
import io.tallygate.llrp.report.ReportOutcome;
import io.tallygate.llrp.report.TagReport;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;
import org.llrp.ltk.generated.parameters.EPC_96;
import org.llrp.ltk.generated.parameters.TagReportData;

/**
 * Our report decoder and ltkjava on the same bytes, turn and turn about, every field of every tag taken. Ours reads from a direct
 * buffer, as the network hands it over; ltkjava from the array it wants. Beside them the bare walk over the lengths, which no decoder can
 * be faster than.
 */
final class LlrpDecodeBench implements Bench.Plain {

    private static final int[] TAGS_PER_REPORT = {1, 10, 100, 400};
    private static final int ROUNDS = 5;
    private static final int FIELDS = 8;
    private static final long WARM_UP_MILLIS = 1_500;
    private static final long ROUND_MILLIS = 600;
    private static final double LEAST_RATIO = 400;
    private static final double MOST_BYTES_PER_TAG = 256;
    /** As published, tags a second on two cores, 1 to 400 tags a report: it is not run here. */
    private static final long LLRP4J_LEAST = 515_000;

    private static final long LLRP4J_MOST = 584_000;

    private final ObjectMapper json = new ObjectMapper();
    private final int[] tagsPerReport;
    private final long warmUpMillis;
    private final long roundMillis;
    private long taken;

    LlrpDecodeBench() {
        this(TAGS_PER_REPORT, WARM_UP_MILLIS, ROUND_MILLIS);
    }

    /** For tests, which look at what is printed and not at how fast it was. */
    LlrpDecodeBench(int[] tagsPerReport, long warmUpMillis, long roundMillis) {
        this.tagsPerReport = tagsPerReport.clone();
        this.warmUpMillis = warmUpMillis;
        this.roundMillis = roundMillis;
    }

    @Override
    public ObjectNode run(PrintStream progress) throws Exception {
        ArrayNode sizes = json.createArrayNode();
        double worstRatio = Double.MAX_VALUE;
        double worstBytes = 0;
        for (int tags : tagsPerReport) {
            ObjectNode size = compare(tags);
            progress.println(size);
            sizes.add(size);
            worstRatio = Math.min(worstRatio, size.path("ratio").asDouble());
            worstBytes = Math.max(worstBytes, size.path("bytesPerTag").asDouble());
        }
        // Taken values are shown, so that no compiler may leave out the taking.
        progress.println("checksum " + taken);
        return line(sizes, worstRatio, worstBytes);
    }

    private ObjectNode line(ArrayNode sizes, double worstRatio, double worstBytes) {
        ObjectNode line = json.createObjectNode();
        line.put("fieldsPerTag", FIELDS);
        line.set("sizes", sizes);
        line.put("worstBytesPerTag", worstBytes);
        line.put("peer", "ltkjava 1.0.0.7, the same bytes, the same run");
        line.put("ceiling", "a bare walk over the lengths of the same bytes, the same run");
        line.putObject("llrp4j")
                .put("what", "tags a second, published, two cores; not the same run")
                .put("leastTagsPerSecond", LLRP4J_LEAST)
                .put("mostTagsPerSecond", LLRP4J_MOST);
        ObjectNode ratios = line.putObject("ratios");
        for (JsonNode size : sizes) {
            String name = size.path("tagsPerReport").asText() + "TagsPerReport";
            ratios.set(name, size.path("ratio"));
            ratios.set(name + "OfBareWalk", size.path("ratioToBareWalk"));
        }
        ratios.put("worst", worstRatio);
        line.putObject("budget").put("leastRatio", LEAST_RATIO).put("mostBytesPerTag", MOST_BYTES_PER_TAG);
        line.put("holds", worstRatio >= LEAST_RATIO && worstBytes <= MOST_BYTES_PER_TAG);
        return line;
    }

    private ObjectNode compare(int tags) throws Exception {
        byte[] frame = ReportFrames.of(tags, 20261121);
        ByteBuf direct =
                PooledByteBufAllocator.DEFAULT.directBuffer(frame.length).writeBytes(frame);
        ReportDecoder decoder = new ReportDecoder();
        List<Measurement.Work> works = List.of(
                () -> decodeOurs(decoder, direct, tags), () -> decodeTheirs(frame, tags), () -> walk(frame, tags));
        List<Measurement> measured = turnAndTurnAbout(works);
        direct.release();
        return figures(tags, measured.get(0), measured.get(1), measured.get(2));
    }

    private List<Measurement> turnAndTurnAbout(List<Measurement.Work> works) throws Exception {
        for (Measurement.Work work : works) {
            Measurement.of(work, warmUpMillis);
        }
        Measurement[][] rounds = new Measurement[works.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < rounds.length; i++) {
                rounds[i][round] = Measurement.of(works.get(i), roundMillis);
            }
        }
        return Arrays.stream(rounds).map(Measurement::median).toList();
    }

    private ObjectNode figures(int tags, Measurement ours, Measurement theirs, Measurement bareWalk) {
        return json.createObjectNode()
                .put("tagsPerReport", tags)
                .put("tagsPerSecond", Math.round(ours.perSecond()))
                .put("bytesPerTag", rounded(ours.bytesPerUnit()))
                .put("peerTagsPerSecond", Math.round(theirs.perSecond()))
                .put("peerBytesPerTag", rounded(theirs.bytesPerUnit()))
                .put("bareWalkTagsPerSecond", Math.round(bareWalk.perSecond()))
                .put("ratio", rounded(ours.perSecond() / theirs.perSecond()))
                .put("ratioToBareWalk", Math.round(ours.perSecond() / bareWalk.perSecond() * 1000) / 1000.0);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private int decodeOurs(ReportDecoder decoder, ByteBuf frame, int tags) {
        frame.readerIndex(LlrpHeader.BYTES);
        ReportOutcome outcome = decoder.decode(frame, this::take);
        if (outcome.tags() != tags) {
            throw new IllegalStateException(outcome + " instead of " + tags + " tags");
        }
        return tags;
    }

    private int walk(byte[] frame, int tags) {
        int parameters = BareWalk.parameters(frame);
        if (parameters != tags * FIELDS) {
            throw new IllegalStateException(parameters + " parameters in " + tags + " tags");
        }
        taken += parameters;
        return tags;
    }

    private void take(TagReport tag) {
        taken += tag.epcHigh() ^ tag.epcLow();
        taken += tag.roSpecId() + tag.antenna() + (long) tag.rssiDbm() + tag.channelIndex();
        taken += tag.firstSeenMicros() + tag.lastSeenMicros() + tag.seenCount();
    }

    private int decodeTheirs(byte[] frame, int tags) throws Exception {
        RO_ACCESS_REPORT report = new RO_ACCESS_REPORT(frame);
        for (TagReportData tag : report.getTagReportDataList()) {
            taken += ((EPC_96) tag.getEPCParameter()).getEPC().hashCode();
            taken += tag.getROSpecID().getROSpecID().toLong()
                    + tag.getAntennaID().getAntennaID().intValue()
                    + tag.getPeakRSSI().getPeakRSSI().intValue()
                    + tag.getChannelIndex().getChannelIndex().intValue();
            taken += tag.getFirstSeenTimestampUTC().getMicroseconds().toLong()
                    + tag.getLastSeenTimestampUTC().getMicroseconds().toLong()
                    + tag.getTagSeenCount().getTagCount().intValue();
        }
        return tags;
    }
}
