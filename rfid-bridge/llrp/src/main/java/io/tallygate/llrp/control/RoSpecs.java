package io.tallygate.llrp.control;

import java.util.List;
import org.llrp.ltk.generated.enumerations.AISpecStopTriggerType;
import org.llrp.ltk.generated.enumerations.AirProtocols;
import org.llrp.ltk.generated.enumerations.ROReportTriggerType;
import org.llrp.ltk.generated.enumerations.ROSpecStartTriggerType;
import org.llrp.ltk.generated.enumerations.ROSpecState;
import org.llrp.ltk.generated.enumerations.ROSpecStopTriggerType;
import org.llrp.ltk.generated.parameters.AISpec;
import org.llrp.ltk.generated.parameters.AISpecStopTrigger;
import org.llrp.ltk.generated.parameters.InventoryParameterSpec;
import org.llrp.ltk.generated.parameters.ROBoundarySpec;
import org.llrp.ltk.generated.parameters.ROReportSpec;
import org.llrp.ltk.generated.parameters.ROSpec;
import org.llrp.ltk.generated.parameters.ROSpecStartTrigger;
import org.llrp.ltk.generated.parameters.ROSpecStopTrigger;
import org.llrp.ltk.generated.parameters.TagReportContentSelector;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.UnsignedByte;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedShort;
import org.llrp.ltk.types.UnsignedShortArray;

/**
 * The ROSpec of a gate. It names a mode and a power by their index in the reader's own tables or not at all ({@link RoSpecDialect}):
 * a reader rejects what is not in them, and its defaults are those its installer has set.
 */
final class RoSpecs {

    /** In an AISpec: every antenna the reader has. */
    private static final int ALL_ANTENNAS = 0;

    private static final int REPORT_EVERY_READ = 1;

    private RoSpecs() {}

    static ROSpec continuous(int id, RoSpecPlan plan) {
        ROSpec spec = new ROSpec();
        spec.setROSpecID(new UnsignedInteger(id));
        spec.setPriority(new UnsignedByte(0));
        spec.setCurrentState(new ROSpecState(ROSpecState.Disabled));
        spec.setROBoundarySpec(untilStopped());
        spec.addToSpecParameterList(inventory(plan));
        spec.setROReportSpec(everyRead(plan));
        return spec;
    }

    private static ROBoundarySpec untilStopped() {
        ROSpecStartTrigger start = new ROSpecStartTrigger();
        start.setROSpecStartTriggerType(new ROSpecStartTriggerType(ROSpecStartTriggerType.Null));
        ROSpecStopTrigger stop = new ROSpecStopTrigger();
        stop.setROSpecStopTriggerType(new ROSpecStopTriggerType(ROSpecStopTriggerType.Null));
        stop.setDurationTriggerValue(new UnsignedInteger(0));
        ROBoundarySpec boundary = new ROBoundarySpec();
        boundary.setROSpecStartTrigger(start);
        boundary.setROSpecStopTrigger(stop);
        return boundary;
    }

    private static AISpec inventory(RoSpecPlan plan) {
        boolean every = plan.antennas().isEmpty() || plan.dialect() == RoSpecDialect.BARE;
        UnsignedShortArray ids = new UnsignedShortArray();
        for (int antenna : every ? List.of(ALL_ANTENNAS) : plan.antennas()) {
            ids.add(new UnsignedShort(antenna));
        }
        AISpecStopTrigger never = new AISpecStopTrigger();
        never.setAISpecStopTriggerType(new AISpecStopTriggerType(AISpecStopTriggerType.Null));
        never.setDurationTrigger(new UnsignedInteger(0));
        InventoryParameterSpec gen2 = new InventoryParameterSpec();
        gen2.setInventoryParameterSpecID(new UnsignedShort(1));
        gen2.setProtocolID(new AirProtocols(AirProtocols.EPCGlobalClass1Gen2));
        AntennaSettings.of(plan).forEach(gen2::addToAntennaConfigurationList);
        AISpec spec = new AISpec();
        spec.setAntennaIDs(ids);
        spec.setAISpecStopTrigger(never);
        spec.addToInventoryParameterSpecList(gen2);
        return spec;
    }

    private static ROReportSpec everyRead(RoSpecPlan plan) {
        ROReportSpec report = new ROReportSpec();
        report.setROReportTrigger(new ROReportTriggerType(ROReportTriggerType.Upon_N_Tags_Or_End_Of_ROSpec));
        report.setN(new UnsignedShort(REPORT_EVERY_READ));
        report.setTagReportContentSelector(content());
        if (plan.carrier()) {
            report.addToCustomList(ImpinjExtensions.reportContent());
        }
        return report;
    }

    private static TagReportContentSelector content() {
        Bit on = new Bit(true);
        Bit off = new Bit(false);
        TagReportContentSelector selector = new TagReportContentSelector();
        selector.setEnableROSpecID(off);
        selector.setEnableSpecIndex(off);
        selector.setEnableInventoryParameterSpecID(off);
        selector.setEnableAntennaID(on);
        selector.setEnableChannelIndex(on);
        selector.setEnablePeakRSSI(on);
        selector.setEnableFirstSeenTimestamp(on);
        selector.setEnableLastSeenTimestamp(on);
        selector.setEnableTagSeenCount(on);
        selector.setEnableAccessSpecID(off);
        return selector;
    }
}
