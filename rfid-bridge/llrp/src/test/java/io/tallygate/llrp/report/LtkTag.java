package io.tallygate.llrp.report;

import io.tallygate.llrp.report.GeneratedReport.Expected;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.enumerations.C1G2ReadResultType;
import org.llrp.ltk.generated.interfaces.AccessCommandOpSpecResult;
import org.llrp.ltk.generated.parameters.C1G2ReadOpSpecResult;
import org.llrp.ltk.generated.parameters.Custom;
import org.llrp.ltk.generated.parameters.EPCData;
import org.llrp.ltk.generated.parameters.EPC_96;
import org.llrp.ltk.generated.parameters.TagReportData;
import org.llrp.ltk.types.BitArray_HEX;
import org.llrp.ltk.types.BytesToEnd_HEX;
import org.llrp.ltk.types.UnsignedShortArray_HEX;

/** A tag as ltkjava has read it, in the words of our decoder. */
final class LtkTag {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final TagReportData tag;

    private LtkTag(TagReportData tag) {
        this.tag = tag;
    }

    static Expected read(TagReportData tag) {
        return new LtkTag(tag).read();
    }

    private Expected read() {
        return new Expected(
                epc(),
                epcBits(),
                value(tag.getAntennaID(), it -> it.getAntennaID().toInteger()),
                rssi(),
                value(tag.getChannelIndex(), it -> it.getChannelIndex().toInteger()),
                value(tag.getTagSeenCount(), it -> it.getTagCount().toInteger()),
                value(tag.getROSpecID(), it -> it.getROSpecID().toLong()),
                clock(),
                clock() == ReaderClock.UTC ? firstUtc() : firstUptime(),
                clock() == ReaderClock.UTC ? lastUtc() : lastUptime(),
                tid(),
                value(impinj(56), it -> HexFormat.fromHexDigits(it)),
                value(impinj(68), it -> (int) (short) HexFormat.fromHexDigits(it)));
    }

    private ReaderClock clock() {
        if (firstUtc() != null || lastUtc() != null) {
            return ReaderClock.UTC;
        }
        return firstUptime() == null && lastUptime() == null ? ReaderClock.NONE : ReaderClock.UPTIME;
    }

    private @Nullable Long firstUtc() {
        return value(tag.getFirstSeenTimestampUTC(), it -> it.getMicroseconds().toLong());
    }

    private @Nullable Long lastUtc() {
        return value(tag.getLastSeenTimestampUTC(), it -> it.getMicroseconds().toLong());
    }

    private @Nullable Long firstUptime() {
        return value(
                tag.getFirstSeenTimestampUptime(), it -> it.getMicroseconds().toLong());
    }

    private @Nullable Long lastUptime() {
        return value(
                tag.getLastSeenTimestampUptime(), it -> it.getMicroseconds().toLong());
    }

    private @Nullable Double rssi() {
        String finer = impinj(57);
        if (finer != null) {
            return (short) HexFormat.fromHexDigits(finer) / 100.0;
        }
        return value(tag.getPeakRSSI(), it -> it.getPeakRSSI().toInteger().doubleValue());
    }

    private int epcBits() {
        return tag.getEPCParameter() instanceof EPCData data ? data.getEPC().size() : 96;
    }

    /** Bit by bit: ltkjava's own text of an EPC drops leading zeros. */
    private String epc() {
        if (tag.getEPCParameter() instanceof EPC_96 fixed) {
            String hex = fixed.getEPC().toString(16).toUpperCase(Locale.ROOT);
            return "0".repeat(24 - hex.length()) + hex;
        }
        BitArray_HEX bits = ((EPCData) tag.getEPCParameter()).getEPC();
        byte[] bytes = new byte[(bits.size() + 7) / 8];
        for (int i = 0; i < bits.size(); i++) {
            bytes[i / 8] |= (byte) (bits.get(i).toBoolean() ? 0x80 >> i % 8 : 0);
        }
        return HEX.formatHex(bytes);
    }

    /** The first words that an operation read, else Impinj's serialised TID. */
    private String tid() {
        for (AccessCommandOpSpecResult result : tag.getAccessCommandOpSpecResultList()) {
            if (result instanceof C1G2ReadOpSpecResult read
                    && read.getResult().intValue() == C1G2ReadResultType.Success
                    && read.getReadData().size() > 0) {
                return words(read.getReadData());
            }
        }
        String serialized = impinj(55);
        return serialized == null ? "" : serialized.substring(4);
    }

    private static String words(UnsignedShortArray_HEX data) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < data.size(); i++) {
            hex.append(HEX.toHexDigits(data.get(i).toInteger().shortValue()));
        }
        return hex.toString();
    }

    /**
     * The data of Impinj's parameter, in hexadecimal digits. A vendor's parameter may be the outcome of an operation as well, and
     * ltkjava takes it for one where it stands behind another outcome.
     */
    private @Nullable String impinj(int subtype) {
        return Stream.concat(tag.getAccessCommandOpSpecResultList().stream(), tag.getCustomList().stream())
                .filter(Custom.class::isInstance)
                .map(Custom.class::cast)
                .filter(it -> it.getVendorIdentifier().toInteger() == LtkFields.IMPINJ
                        && it.getParameterSubtype().toInteger() == subtype)
                .map(it -> hex(it.getData()))
                .findFirst()
                .orElse(null);
    }

    private static String hex(BytesToEnd_HEX data) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < data.size(); i++) {
            hex.append(HEX.toHexDigits(data.get(i).toByte()));
        }
        return hex.toString();
    }

    private static <T, V> @Nullable V value(@Nullable T field, Function<T, V> of) {
        return field == null ? null : of.apply(field);
    }
}
