package io.tallygate.llrp.report;

import java.util.HexFormat;
import org.llrp.ltk.generated.enumerations.C1G2BlockEraseResultType;
import org.llrp.ltk.generated.enumerations.C1G2BlockWriteResultType;
import org.llrp.ltk.generated.enumerations.C1G2KillResultType;
import org.llrp.ltk.generated.enumerations.C1G2LockResultType;
import org.llrp.ltk.generated.enumerations.C1G2ReadResultType;
import org.llrp.ltk.generated.enumerations.C1G2WriteResultType;
import org.llrp.ltk.generated.interfaces.AccessCommandOpSpecResult;
import org.llrp.ltk.generated.interfaces.AirProtocolTagData;
import org.llrp.ltk.generated.interfaces.EPCParameter;
import org.llrp.ltk.generated.parameters.C1G2BlockEraseOpSpecResult;
import org.llrp.ltk.generated.parameters.C1G2BlockWriteOpSpecResult;
import org.llrp.ltk.generated.parameters.C1G2KillOpSpecResult;
import org.llrp.ltk.generated.parameters.C1G2LockOpSpecResult;
import org.llrp.ltk.generated.parameters.C1G2ReadOpSpecResult;
import org.llrp.ltk.generated.parameters.C1G2WriteOpSpecResult;
import org.llrp.ltk.generated.parameters.C1G2_CRC;
import org.llrp.ltk.generated.parameters.C1G2_PC;
import org.llrp.ltk.generated.parameters.Custom;
import org.llrp.ltk.generated.parameters.EPCData;
import org.llrp.ltk.generated.parameters.EPC_96;
import org.llrp.ltk.generated.parameters.FrequencyRSSILevelEntry;
import org.llrp.ltk.generated.parameters.RFSurveyReportData;
import org.llrp.ltk.generated.parameters.UTCTimestamp;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.BitArray_HEX;
import org.llrp.ltk.types.BytesToEnd_HEX;
import org.llrp.ltk.types.Integer96_HEX;
import org.llrp.ltk.types.SignedByte;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedLong_DATETIME;
import org.llrp.ltk.types.UnsignedShort;
import org.llrp.ltk.types.UnsignedShortArray_HEX;

/** Parameters with more than one value in them, as ltkjava's objects. */
final class LtkFields {

    static final int IMPINJ = 25882;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private LtkFields() {}

    static EPCParameter epc96(byte[] epc) {
        EPC_96 field = new EPC_96();
        field.setEPC(new Integer96_HEX(HEX.formatHex(epc)));
        return field;
    }

    /** The first {@code bits} of {@code epc}. */
    static EPCParameter epcData(byte[] epc, int bits) {
        Bit[] array = new Bit[bits];
        for (int i = 0; i < bits; i++) {
            array[i] = new Bit(epc[i >>> 3] >>> (7 - (i & 7)) & 1);
        }
        EPCData field = new EPCData();
        field.setEPC(new BitArray_HEX(array));
        return field;
    }

    static AirProtocolTagData protocolControl(int bits) {
        C1G2_PC field = new C1G2_PC();
        field.setPC_Bits(new UnsignedShort(bits));
        return field;
    }

    static AirProtocolTagData crc(int crc) {
        C1G2_CRC field = new C1G2_CRC();
        field.setCRC(new UnsignedShort(crc));
        return field;
    }

    static AccessCommandOpSpecResult read(boolean success, byte[] words) {
        C1G2ReadOpSpecResult result = new C1G2ReadOpSpecResult();
        result.setResult(
                new C1G2ReadResultType(success ? C1G2ReadResultType.Success : C1G2ReadResultType.No_Response_From_Tag));
        result.setOpSpecID(new UnsignedShort(1));
        UnsignedShortArray_HEX data = new UnsignedShortArray_HEX();
        for (int i = 0; i < words.length; i += 2) {
            data.add(new UnsignedShort(BigEndian.u16(words, i)));
        }
        result.setReadData(data);
        return result;
    }

    static AccessCommandOpSpecResult write(int words) {
        C1G2WriteOpSpecResult result = new C1G2WriteOpSpecResult();
        result.setResult(new C1G2WriteResultType(C1G2WriteResultType.Success));
        result.setOpSpecID(new UnsignedShort(2));
        result.setNumWordsWritten(new UnsignedShort(words));
        return result;
    }

    static AccessCommandOpSpecResult kill() {
        C1G2KillOpSpecResult result = new C1G2KillOpSpecResult();
        result.setResult(new C1G2KillResultType(C1G2KillResultType.Zero_Kill_Password_Error));
        result.setOpSpecID(new UnsignedShort(3));
        return result;
    }

    static AccessCommandOpSpecResult lock() {
        C1G2LockOpSpecResult result = new C1G2LockOpSpecResult();
        result.setResult(new C1G2LockResultType(C1G2LockResultType.Insufficient_Power));
        result.setOpSpecID(new UnsignedShort(4));
        return result;
    }

    static AccessCommandOpSpecResult blockErase() {
        C1G2BlockEraseOpSpecResult result = new C1G2BlockEraseOpSpecResult();
        result.setResult(new C1G2BlockEraseResultType(C1G2BlockEraseResultType.Success));
        result.setOpSpecID(new UnsignedShort(5));
        return result;
    }

    static AccessCommandOpSpecResult blockWrite(int words) {
        C1G2BlockWriteOpSpecResult result = new C1G2BlockWriteOpSpecResult();
        result.setResult(new C1G2BlockWriteResultType(C1G2BlockWriteResultType.Tag_Memory_Locked_Error));
        result.setOpSpecID(new UnsignedShort(6));
        result.setNumWordsWritten(new UnsignedShort(words));
        return result;
    }

    static Custom custom(int vendor, int subtype, byte... data) {
        Custom field = new Custom();
        field.setVendorIdentifier(new UnsignedInteger(vendor));
        field.setParameterSubtype(new UnsignedInteger(subtype));
        field.setData(new BytesToEnd_HEX(HEX.formatHex(data)));
        return field;
    }

    /** What a reader heard on one channel; in a report beside its tags. */
    static RFSurveyReportData survey(int rssi, long micros) {
        UTCTimestamp time = new UTCTimestamp();
        time.setMicroseconds(new UnsignedLong_DATETIME(micros));
        FrequencyRSSILevelEntry level = new FrequencyRSSILevelEntry();
        level.setFrequency(new UnsignedInteger(865_700));
        level.setBandwidth(new UnsignedInteger(200));
        level.setAverageRSSI(new SignedByte(rssi));
        level.setPeakRSSI(new SignedByte(rssi));
        level.setTimestamp(time);
        RFSurveyReportData survey = new RFSurveyReportData();
        survey.addToFrequencyRSSILevelEntryList(level);
        return survey;
    }
}
