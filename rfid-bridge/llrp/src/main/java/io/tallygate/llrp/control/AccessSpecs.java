package io.tallygate.llrp.control;

import org.llrp.ltk.generated.enumerations.AccessReportTriggerType;
import org.llrp.ltk.generated.enumerations.AccessSpecState;
import org.llrp.ltk.generated.enumerations.AccessSpecStopTriggerType;
import org.llrp.ltk.generated.enumerations.AirProtocols;
import org.llrp.ltk.generated.parameters.AccessCommand;
import org.llrp.ltk.generated.parameters.AccessReportSpec;
import org.llrp.ltk.generated.parameters.AccessSpec;
import org.llrp.ltk.generated.parameters.AccessSpecStopTrigger;
import org.llrp.ltk.generated.parameters.C1G2Read;
import org.llrp.ltk.generated.parameters.C1G2TagSpec;
import org.llrp.ltk.generated.parameters.C1G2TargetTag;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.BitArray_HEX;
import org.llrp.ltk.types.TwoBitField;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedShort;

/** The AccessSpec of a gate: reads the chip's own number (memory bank 2) of every tag, into the report that carries the tag anyway. */
final class AccessSpecs {

    /** The TID's class, maker, model and serial number: what a copied EPC cannot bring along. */
    private static final int TID_WORDS = 6;

    private static final int EVERY_ANTENNA = 0;

    private AccessSpecs() {}

    static AccessSpec readTid(int id, int roSpecId) {
        AccessSpecStopTrigger never = new AccessSpecStopTrigger();
        never.setAccessSpecStopTrigger(new AccessSpecStopTriggerType(AccessSpecStopTriggerType.Null));
        never.setOperationCountValue(new UnsignedShort(0));
        AccessReportSpec report = new AccessReportSpec();
        report.setAccessReportTrigger(
                new AccessReportTriggerType(AccessReportTriggerType.Whenever_ROReport_Is_Generated));
        AccessSpec spec = new AccessSpec();
        spec.setAccessSpecID(new UnsignedInteger(id));
        spec.setAntennaID(new UnsignedShort(EVERY_ANTENNA));
        spec.setProtocolID(new AirProtocols(AirProtocols.EPCGlobalClass1Gen2));
        spec.setCurrentState(new AccessSpecState(AccessSpecState.Disabled));
        spec.setROSpecID(new UnsignedInteger(roSpecId));
        spec.setAccessSpecStopTrigger(never);
        spec.setAccessCommand(command());
        spec.setAccessReportSpec(report);
        return spec;
    }

    private static AccessCommand command() {
        C1G2TargetTag anyTag = new C1G2TargetTag();
        anyTag.setMB(bank(false, true));
        anyTag.setMatch(new Bit(true));
        anyTag.setPointer(new UnsignedShort(32));
        anyTag.setTagMask(new BitArray_HEX());
        anyTag.setTagData(new BitArray_HEX());
        C1G2TagSpec tags = new C1G2TagSpec();
        tags.addToC1G2TargetTagList(anyTag);
        C1G2Read read = new C1G2Read();
        read.setOpSpecID(new UnsignedShort(1));
        read.setAccessPassword(new UnsignedInteger(0));
        read.setMB(bank(true, false));
        read.setWordPointer(new UnsignedShort(0));
        read.setWordCount(new UnsignedShort(TID_WORDS));
        AccessCommand command = new AccessCommand();
        command.setAirProtocolTagSpec(tags);
        command.addToAccessCommandOpSpecList(read);
        return command;
    }

    private static TwoBitField bank(boolean high, boolean low) {
        return new TwoBitField(new Bit[] {new Bit(high), new Bit(low)});
    }
}
