package io.tallygate.llrp.report;

import io.tallygate.llrp.report.GeneratedReport.Expected;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.parameters.AccessSpecID;
import org.llrp.ltk.generated.parameters.AntennaID;
import org.llrp.ltk.generated.parameters.ChannelIndex;
import org.llrp.ltk.generated.parameters.FirstSeenTimestampUTC;
import org.llrp.ltk.generated.parameters.FirstSeenTimestampUptime;
import org.llrp.ltk.generated.parameters.InventoryParameterSpecID;
import org.llrp.ltk.generated.parameters.LastSeenTimestampUTC;
import org.llrp.ltk.generated.parameters.LastSeenTimestampUptime;
import org.llrp.ltk.generated.parameters.PeakRSSI;
import org.llrp.ltk.generated.parameters.ROSpecID;
import org.llrp.ltk.generated.parameters.SpecIndex;
import org.llrp.ltk.generated.parameters.TagReportData;
import org.llrp.ltk.generated.parameters.TagSeenCount;
import org.llrp.ltk.types.SignedByte;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedLong;
import org.llrp.ltk.types.UnsignedLong_DATETIME;
import org.llrp.ltk.types.UnsignedShort;

/** One tag of a report, each of the fields that LLRP 1.0.1 gives it (13.2.3) there or not there by chance. */
final class GeneratedTag {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int U16 = 0x10000;
    private static final long U32 = 1L << 32;
    private static final int MOST_EPC_BITS = 496;

    private final Random random;
    private final TagReportData tag = new TagReportData();
    private final Expected expected;
    private String tid = "";

    GeneratedTag(Random random) {
        this.random = random;
        byte[] epc = new byte[MOST_EPC_BITS / 8];
        int bits = epc(epc);
        String hex = HEX.formatHex(epc, 0, (bits + 7) / 8);
        Integer antenna = maybe(U16, this::antenna);
        Integer rssi = maybe(256, this::rssi);
        Integer channel = maybe(U16, this::channel);
        Integer count = maybe(U16, this::count);
        Long roSpec = maybeLong(U32, this::roSpec);
        Times times = times();
        unreadFields();
        operations();
        Integer phase = maybe(4096, it -> impinj(56, it));
        Integer finerRssi = maybe(U16, it -> impinj(57, it));
        Integer doppler = maybe(U16, it -> impinj(68, it));
        maybe(7, this::serializedTid);
        Double dbm =
                finerRssi != null ? (Double) ((short) (int) finerRssi / 100.0) : rssi == null ? null : rssi - 128.0;
        Integer shift = doppler == null ? null : (Integer) (int) (short) (int) doppler;
        expected = new Expected(
                hex,
                bits,
                antenna,
                dbm,
                channel,
                count,
                roSpec,
                times.clock,
                times.first,
                times.last,
                tid,
                phase,
                shift);
    }

    TagReportData tag() {
        return tag;
    }

    Expected expected() {
        return expected;
    }

    /** Draws into {@code epc} and sets what lies beyond its bits to zero, as the standard pads it. */
    private int epc(byte[] epc) {
        random.nextBytes(epc);
        int bits = random.nextBoolean() ? 96 : random.nextInt(MOST_EPC_BITS + 1);
        if (bits % 8 != 0) {
            epc[bits / 8] &= (byte) (0xFF00 >>> bits % 8);
        }
        boolean fixed = bits == 96 && random.nextBoolean();
        tag.setEPCParameter(fixed ? LtkFields.epc96(java.util.Arrays.copyOf(epc, 12)) : LtkFields.epcData(epc, bits));
        return bits;
    }

    private void antenna(int drawn) {
        AntennaID field = new AntennaID();
        field.setAntennaID(new UnsignedShort(drawn));
        tag.setAntennaID(field);
    }

    private void rssi(int drawn) {
        PeakRSSI field = new PeakRSSI();
        field.setPeakRSSI(new SignedByte(drawn - 128));
        tag.setPeakRSSI(field);
    }

    private void channel(int drawn) {
        ChannelIndex field = new ChannelIndex();
        field.setChannelIndex(new UnsignedShort(drawn));
        tag.setChannelIndex(field);
    }

    private void count(int drawn) {
        TagSeenCount field = new TagSeenCount();
        field.setTagCount(new UnsignedShort(drawn));
        tag.setTagSeenCount(field);
    }

    private void roSpec(long drawn) {
        ROSpecID field = new ROSpecID();
        field.setROSpecID(new UnsignedInteger(drawn));
        tag.setROSpecID(field);
    }

    private record Times(
            ReaderClock clock,
            @Nullable Long first,
            @Nullable Long last) {}

    /** None, one or both clocks, each with its first, its last, or both; of two clocks UTC is the one to read. */
    private Times times() {
        Long firstUtc = halfTheTime(this::firstUtc);
        Long lastUtc = halfTheTime(this::lastUtc);
        Long firstUp = halfTheTime(this::firstUptime);
        Long lastUp = halfTheTime(this::lastUptime);
        if (firstUtc != null || lastUtc != null) {
            return new Times(ReaderClock.UTC, firstUtc, lastUtc);
        }
        boolean none = firstUp == null && lastUp == null;
        return new Times(none ? ReaderClock.NONE : ReaderClock.UPTIME, firstUp, lastUp);
    }

    private void firstUtc(long drawn) {
        FirstSeenTimestampUTC field = new FirstSeenTimestampUTC();
        field.setMicroseconds(new UnsignedLong_DATETIME(drawn));
        tag.setFirstSeenTimestampUTC(field);
    }

    private void lastUtc(long drawn) {
        LastSeenTimestampUTC field = new LastSeenTimestampUTC();
        field.setMicroseconds(new UnsignedLong_DATETIME(drawn));
        tag.setLastSeenTimestampUTC(field);
    }

    private void firstUptime(long drawn) {
        FirstSeenTimestampUptime field = new FirstSeenTimestampUptime();
        field.setMicroseconds(new UnsignedLong(drawn));
        tag.setFirstSeenTimestampUptime(field);
    }

    private void lastUptime(long drawn) {
        LastSeenTimestampUptime field = new LastSeenTimestampUptime();
        field.setMicroseconds(new UnsignedLong(drawn));
        tag.setLastSeenTimestampUptime(field);
    }

    /** Fields of the standard that nobody here reads. */
    private void unreadFields() {
        maybe(U16, it -> {
            SpecIndex field = new SpecIndex();
            field.setSpecIndex(new UnsignedShort(it));
            tag.setSpecIndex(field);
        });
        maybe(U16, it -> {
            InventoryParameterSpecID field = new InventoryParameterSpecID();
            field.setInventoryParameterSpecID(new UnsignedShort(it));
            tag.setInventoryParameterSpecID(field);
        });
        maybeLong(U32, it -> {
            AccessSpecID field = new AccessSpecID();
            field.setAccessSpecID(new UnsignedInteger(it));
            tag.setAccessSpecID(field);
        });
        maybe(U16, it -> tag.addToAirProtocolTagDataList(LtkFields.protocolControl(it)));
        maybe(U16, it -> tag.addToAirProtocolTagDataList(LtkFields.crc(it)));
        maybe(U16, it -> tag.addToCustomList(LtkFields.custom(4711, it, (byte) it)));
    }

    /** What came of the operations of an AccessSpec; several in one tag's report. */
    private void operations() {
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(9)) {
                case 0 -> tag.addToAccessCommandOpSpecResultList(LtkFields.write(random.nextInt(U16)));
                case 1 -> tag.addToAccessCommandOpSpecResultList(LtkFields.kill());
                case 2 -> tag.addToAccessCommandOpSpecResultList(LtkFields.lock());
                case 3 -> tag.addToAccessCommandOpSpecResultList(LtkFields.blockErase());
                case 4 -> tag.addToAccessCommandOpSpecResultList(LtkFields.blockWrite(random.nextInt(U16)));
                default -> read();
            }
        }
    }

    private void read() {
        boolean success = random.nextInt(4) != 0;
        byte[] words = new byte[2 * random.nextInt(7)];
        random.nextBytes(words);
        tag.addToAccessCommandOpSpecResultList(LtkFields.read(success, words));
        if (success && tid.isEmpty()) {
            tid = HEX.formatHex(words);
        }
    }

    private void impinj(int subtype, int value) {
        tag.addToCustomList(LtkFields.custom(LtkFields.IMPINJ, subtype, (byte) (value >>> 8), (byte) value));
    }

    private void serializedTid(int words) {
        byte[] data = new byte[2 + 2 * words];
        random.nextBytes(data);
        data[0] = 0;
        data[1] = (byte) words;
        tag.addToCustomList(LtkFields.custom(LtkFields.IMPINJ, 55, data));
        if (tid.isEmpty()) {
            tid = HEX.formatHex(data, 2, data.length);
        }
    }

    private @Nullable Integer maybe(int bound, IntConsumer set) {
        if (random.nextInt(4) == 0) {
            return null;
        }
        int drawn = random.nextInt(bound);
        set.accept(drawn);
        return drawn;
    }

    private @Nullable Long maybeLong(long bound, LongConsumer set) {
        return random.nextInt(4) == 0 ? null : drawn(bound, set);
    }

    private @Nullable Long halfTheTime(LongConsumer set) {
        return random.nextBoolean() ? null : drawn(Long.MAX_VALUE, set);
    }

    private Long drawn(long bound, LongConsumer set) {
        long drawn = random.nextLong(bound);
        set.accept(drawn);
        return drawn;
    }
}
