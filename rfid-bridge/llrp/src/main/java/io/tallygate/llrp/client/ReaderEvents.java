package io.tallygate.llrp.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.enumerations.AntennaEventType;
import org.llrp.ltk.generated.enumerations.ROSpecEventType;
import org.llrp.ltk.generated.parameters.AntennaEvent;
import org.llrp.ltk.generated.parameters.GPIEvent;
import org.llrp.ltk.generated.parameters.ROSpecEvent;
import org.llrp.ltk.generated.parameters.ReaderEventNotificationData;
import org.llrp.ltk.generated.parameters.ReaderExceptionEvent;
import org.llrp.ltk.types.LLRPParameter;

/** Turns ReaderEventNotificationData, which may hold several events, into ours. */
final class ReaderEvents {

    private final List<ReaderEvent> found = new ArrayList<>();

    private ReaderEvents() {}

    static List<ReaderEvent> in(ReaderEventNotificationData data) {
        ReaderEvents events = new ReaderEvents();
        events.ports(data);
        events.reading(data);
        events.others(data);
        return events.found;
    }

    private void ports(ReaderEventNotificationData data) {
        AntennaEvent antenna = data.getAntennaEvent();
        if (antenna != null) {
            boolean connected = antenna.getEventType().intValue() == AntennaEventType.Antenna_Connected;
            found.add(new ReaderEvent.AntennaChanged(antenna.getAntennaID().intValue(), connected));
        }
        GPIEvent input = data.getGPIEvent();
        if (input != null) {
            found.add(new ReaderEvent.InputChanged(
                    input.getGPIPortNumber().intValue(), input.getGPIEvent().toBoolean()));
        }
    }

    private void reading(ReaderEventNotificationData data) {
        ROSpecEvent spec = data.getROSpecEvent();
        if (spec != null) {
            boolean started = spec.getEventType().intValue() == ROSpecEventType.Start_Of_ROSpec;
            found.add(new ReaderEvent.RoSpecChanged(spec.getROSpecID().toLong(), started));
        }
        if (data.getReportBufferLevelWarningEvent() != null) {
            found.add(new ReaderEvent.BufferFilling(data.getReportBufferLevelWarningEvent()
                    .getReportBufferPercentageFull()
                    .intValue()));
        }
        if (data.getReportBufferOverflowErrorEvent() != null) {
            found.add(new ReaderEvent.BufferOverflowed());
        }
        ReaderExceptionEvent fault = data.getReaderExceptionEvent();
        if (fault != null) {
            found.add(new ReaderEvent.ReaderFault(String.valueOf(fault.getMessage())));
        }
    }

    private void others(ReaderEventNotificationData data) {
        if (data.getConnectionAttemptEvent() != null) {
            found.add(new ReaderEvent.OtherClientTried());
        }
        other(data.getHoppingEvent());
        other(data.getRFSurveyEvent());
        other(data.getAISpecEvent());
    }

    private void other(@Nullable LLRPParameter event) {
        if (event != null) {
            found.add(new ReaderEvent.Other(event.getClass().getSimpleName()));
        }
    }
}
