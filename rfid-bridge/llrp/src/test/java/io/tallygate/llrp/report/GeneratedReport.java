package io.tallygate.llrp.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.exceptions.InvalidLLRPMessageException;
import org.llrp.ltk.generated.enumerations.C1G2ReadResultType;
import org.llrp.ltk.generated.interfaces.EPCParameter;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;
import org.llrp.ltk.generated.parameters.AccessSpecID;
import org.llrp.ltk.generated.parameters.AntennaID;
import org.llrp.ltk.generated.parameters.C1G2ReadOpSpecResult;
import org.llrp.ltk.generated.parameters.C1G2_CRC;
import org.llrp.ltk.generated.parameters.C1G2_PC;
import org.llrp.ltk.generated.parameters.ChannelIndex;
import org.llrp.ltk.generated.parameters.Custom;
import org.llrp.ltk.generated.parameters.EPCData;
import org.llrp.ltk.generated.parameters.EPC_96;
import org.llrp.ltk.generated.parameters.FirstSeenTimestampUTC;
import org.llrp.ltk.generated.parameters.FirstSeenTimestampUptime;
import org.llrp.ltk.generated.parameters.LastSeenTimestampUTC;
import org.llrp.ltk.generated.parameters.LastSeenTimestampUptime;
import org.llrp.ltk.generated.parameters.PeakRSSI;
import org.llrp.ltk.generated.parameters.ROSpecID;
import org.llrp.ltk.generated.parameters.TagReportData;
import org.llrp.ltk.generated.parameters.TagSeenCount;
import org.llrp.ltk.types.BitArray_HEX;
import org.llrp.ltk.types.BytesToEnd_HEX;
import org.llrp.ltk.types.Integer96_HEX;
import org.llrp.ltk.types.SignedByte;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedLong;
import org.llrp.ltk.types.UnsignedLong_DATETIME;
import org.llrp.ltk.types.UnsignedShort;
import org.llrp.ltk.types.UnsignedShortArray_HEX;

/** A random report, written by ltkjava, and what must be read from it. */
final class GeneratedReport {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Random random;
    private final List<Expected> expected = new ArrayList<>();
    private final RO_ACCESS_REPORT message = new RO_ACCESS_REPORT();

    GeneratedReport(Random random) {
        this.random = random;
        int tags = random.nextInt(12);
        for (int i = 0; i < tags; i++) {
            message.addToTagReportDataList(tag());
        }
        message.setMessageID(new UnsignedInteger(random.nextInt(1 << 30)));
    }

    /** What a decoder must make of one tag; absent numbers are null. */
    record Expected(
            String epc,
            int epcBits,
            @Nullable Integer antenna,
            @Nullable Integer rssi,
            @Nullable Integer channel,
            @Nullable Integer count,
            @Nullable Long roSpec,
            ReaderClock clock,
            @Nullable Long first,
            @Nullable Long last,
            String tid,
            @Nullable Integer phase) {}

    List<Expected> expected() {
        return Collections.unmodifiableList(expected);
    }

    byte[] bytes() throws InvalidLLRPMessageException {
        return message.encodeBinary();
    }

    private TagReportData tag() {
        TagReportData tag = new TagReportData();
        byte[] epc = epc(tag);
        Integer antenna = antenna(tag);
        Integer rssi = rssi(tag);
        Integer channel = channel(tag);
        Integer count = count(tag);
        Long roSpec = roSpec(tag);
        boolean utc = random.nextBoolean();
        Long first = maybeLong(Long.MAX_VALUE);
        Long last = maybeLong(Long.MAX_VALUE);
        timestamps(tag, utc, first, last);
        noise(tag);
        String tid = random.nextBoolean() ? "" : readResult(tag);
        Integer phase = random.nextBoolean() ? null : phase(tag);
        String hex = HEX.formatHex(epc);
        ReaderClock clock = clock(utc, first, last);
        expected.add(new Expected(
                hex, 8 * epc.length, antenna, rssi, channel, count, roSpec, clock, first, last, tid, phase));
        return tag;
    }

    private static ReaderClock clock(boolean utc, @Nullable Long first, @Nullable Long last) {
        if (first == null && last == null) {
            return ReaderClock.NONE;
        }
        return utc ? ReaderClock.UTC : ReaderClock.UPTIME;
    }

    private byte[] epc(TagReportData tag) {
        byte[] epc = new byte[random.nextBoolean() ? 12 : 1 + random.nextInt(62)];
        random.nextBytes(epc);
        boolean fixed = epc.length == 12 && random.nextBoolean();
        tag.setEPCParameter(fixed ? epc96(epc) : epcData(epc));
        return epc;
    }

    private @Nullable Integer antenna(TagReportData tag) {
        Integer antenna = maybe(0x10000);
        if (antenna != null) {
            AntennaID field = new AntennaID();
            field.setAntennaID(new UnsignedShort(antenna));
            tag.setAntennaID(field);
        }
        return antenna;
    }

    private @Nullable Integer rssi(TagReportData tag) {
        Integer drawn = maybe(256);
        if (drawn == null) {
            return null;
        }
        PeakRSSI field = new PeakRSSI();
        field.setPeakRSSI(new SignedByte(drawn - 128));
        tag.setPeakRSSI(field);
        return drawn - 128;
    }

    private @Nullable Integer channel(TagReportData tag) {
        Integer channel = maybe(0x10000);
        if (channel != null) {
            ChannelIndex field = new ChannelIndex();
            field.setChannelIndex(new UnsignedShort(channel));
            tag.setChannelIndex(field);
        }
        return channel;
    }

    private @Nullable Integer count(TagReportData tag) {
        Integer count = maybe(0x10000);
        if (count != null) {
            TagSeenCount field = new TagSeenCount();
            field.setTagCount(new UnsignedShort(count));
            tag.setTagSeenCount(field);
        }
        return count;
    }

    private @Nullable Long roSpec(TagReportData tag) {
        Long roSpec = maybeLong(1L << 32);
        if (roSpec != null) {
            ROSpecID field = new ROSpecID();
            field.setROSpecID(new UnsignedInteger(roSpec));
            tag.setROSpecID(field);
        }
        return roSpec;
    }

    private @Nullable Integer maybe(int bound) {
        return random.nextInt(4) == 0 ? null : random.nextInt(bound);
    }

    private @Nullable Long maybeLong(long bound) {
        return random.nextInt(4) == 0 ? null : random.nextLong(bound);
    }

    private static EPCParameter epc96(byte[] epc) {
        EPC_96 field = new EPC_96();
        field.setEPC(new Integer96_HEX(HEX.formatHex(epc)));
        return field;
    }

    private static EPCParameter epcData(byte[] epc) {
        EPCData field = new EPCData();
        field.setEPC(new BitArray_HEX(HEX.formatHex(epc)));
        return field;
    }

    private static void timestamps(TagReportData tag, boolean utc, @Nullable Long first, @Nullable Long last) {
        if (first != null && utc) {
            FirstSeenTimestampUTC field = new FirstSeenTimestampUTC();
            field.setMicroseconds(new UnsignedLong_DATETIME(first));
            tag.setFirstSeenTimestampUTC(field);
        } else if (first != null) {
            FirstSeenTimestampUptime field = new FirstSeenTimestampUptime();
            field.setMicroseconds(new UnsignedLong(first));
            tag.setFirstSeenTimestampUptime(field);
        }
        if (last != null && utc) {
            LastSeenTimestampUTC field = new LastSeenTimestampUTC();
            field.setMicroseconds(new UnsignedLong_DATETIME(last));
            tag.setLastSeenTimestampUTC(field);
        } else if (last != null) {
            LastSeenTimestampUptime field = new LastSeenTimestampUptime();
            field.setMicroseconds(new UnsignedLong(last));
            tag.setLastSeenTimestampUptime(field);
        }
    }

    /** Fields of the standard that nobody here reads. */
    private void noise(TagReportData tag) {
        if (random.nextBoolean()) {
            C1G2_PC field = new C1G2_PC();
            field.setPC_Bits(new UnsignedShort(random.nextInt(0x10000)));
            tag.addToAirProtocolTagDataList(field);
        }
        if (random.nextBoolean()) {
            C1G2_CRC field = new C1G2_CRC();
            field.setCRC(new UnsignedShort(random.nextInt(0x10000)));
            tag.addToAirProtocolTagDataList(field);
        }
        if (random.nextBoolean()) {
            AccessSpecID field = new AccessSpecID();
            field.setAccessSpecID(new UnsignedInteger(random.nextInt(1 << 30)));
            tag.setAccessSpecID(field);
        }
        if (random.nextBoolean()) {
            tag.addToCustomList(custom(4711, random.nextInt(100), random.nextInt(1 << 16)));
        }
    }

    private String readResult(TagReportData tag) {
        byte[] words = new byte[2 * (1 + random.nextInt(6))];
        random.nextBytes(words);
        C1G2ReadOpSpecResult result = new C1G2ReadOpSpecResult();
        boolean success = random.nextInt(4) != 0;
        result.setResult(
                new C1G2ReadResultType(success ? C1G2ReadResultType.Success : C1G2ReadResultType.No_Response_From_Tag));
        result.setOpSpecID(new UnsignedShort(1));
        UnsignedShortArray_HEX data = new UnsignedShortArray_HEX();
        for (int i = 0; i < words.length; i += 2) {
            data.add(new UnsignedShort(BigEndian.u16(words, i)));
        }
        result.setReadData(data);
        tag.addToAccessCommandOpSpecResultList(result);
        return success ? HEX.formatHex(words) : "";
    }

    private int phase(TagReportData tag) {
        int phase = random.nextInt(4096);
        tag.addToCustomList(custom(25882, 56, phase));
        return phase;
    }

    private static Custom custom(int vendor, int subtype, int data) {
        Custom field = new Custom();
        field.setVendorIdentifier(new UnsignedInteger(vendor));
        field.setParameterSubtype(new UnsignedInteger(subtype));
        field.setData(new BytesToEnd_HEX(HEX.toHexDigits((short) data)));
        return field;
    }
}
