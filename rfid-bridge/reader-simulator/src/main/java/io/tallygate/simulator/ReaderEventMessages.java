package io.tallygate.simulator;

import org.llrp.ltk.generated.enumerations.AntennaEventType;
import org.llrp.ltk.generated.enumerations.ConnectionAttemptStatusType;
import org.llrp.ltk.generated.enumerations.ROSpecEventType;
import org.llrp.ltk.generated.interfaces.Timestamp;
import org.llrp.ltk.generated.messages.READER_EVENT_NOTIFICATION;
import org.llrp.ltk.generated.parameters.AntennaEvent;
import org.llrp.ltk.generated.parameters.ConnectionAttemptEvent;
import org.llrp.ltk.generated.parameters.ConnectionCloseEvent;
import org.llrp.ltk.generated.parameters.GPIEvent;
import org.llrp.ltk.generated.parameters.ROSpecEvent;
import org.llrp.ltk.generated.parameters.ReaderEventNotificationData;
import org.llrp.ltk.generated.parameters.ReaderExceptionEvent;
import org.llrp.ltk.generated.parameters.ReportBufferLevelWarningEvent;
import org.llrp.ltk.generated.parameters.ReportBufferOverflowErrorEvent;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.UTF8String_UTF_8;
import org.llrp.ltk.types.UnsignedByte;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedShort;

/** What the reader tells about itself. */
final class ReaderEventMessages {

    private ReaderEventMessages() {}

    static READER_EVENT_NOTIFICATION connectionAttempt(int status, Timestamp time) {
        ReaderEventNotificationData data = at(time);
        ConnectionAttemptEvent event = new ConnectionAttemptEvent();
        event.setStatus(new ConnectionAttemptStatusType(status));
        data.setConnectionAttemptEvent(event);
        return notification(data);
    }

    static READER_EVENT_NOTIFICATION antenna(int antenna, boolean connected, Timestamp time) {
        ReaderEventNotificationData data = at(time);
        AntennaEvent event = new AntennaEvent();
        event.setAntennaID(new UnsignedShort(antenna));
        event.setEventType(new AntennaEventType(
                connected ? AntennaEventType.Antenna_Connected : AntennaEventType.Antenna_Disconnected));
        data.setAntennaEvent(event);
        return notification(data);
    }

    static READER_EVENT_NOTIFICATION input(int port, boolean high, Timestamp time) {
        GPIEvent event = new GPIEvent();
        event.setGPIPortNumber(new UnsignedShort(port));
        event.setGPIEvent(new Bit(high));
        ReaderEventNotificationData data = at(time);
        data.setGPIEvent(event);
        return notification(data);
    }

    /** @param what of {@link ROSpecEventType} */
    static READER_EVENT_NOTIFICATION roSpec(long id, int what, Timestamp time) {
        ROSpecEvent event = new ROSpecEvent();
        event.setEventType(new ROSpecEventType(what));
        event.setROSpecID(new UnsignedInteger(id));
        event.setPreemptingROSpecID(new UnsignedInteger(0));
        ReaderEventNotificationData data = at(time);
        data.setROSpecEvent(event);
        return notification(data);
    }

    static READER_EVENT_NOTIFICATION exception(String words, Timestamp time) {
        ReaderExceptionEvent event = new ReaderExceptionEvent();
        event.setMessage(new UTF8String_UTF_8(words));
        ReaderEventNotificationData data = at(time);
        data.setReaderExceptionEvent(event);
        return notification(data);
    }

    /** @param percent 100 and more for a buffer that has run over */
    static READER_EVENT_NOTIFICATION buffer(int percent, Timestamp time) {
        ReaderEventNotificationData data = at(time);
        if (percent >= 100) {
            data.setReportBufferOverflowErrorEvent(new ReportBufferOverflowErrorEvent());
        } else {
            ReportBufferLevelWarningEvent event = new ReportBufferLevelWarningEvent();
            event.setReportBufferPercentageFull(new UnsignedByte(percent));
            data.setReportBufferLevelWarningEvent(event);
        }
        return notification(data);
    }

    static READER_EVENT_NOTIFICATION closing(Timestamp time) {
        ReaderEventNotificationData data = at(time);
        data.setConnectionCloseEvent(new ConnectionCloseEvent());
        return notification(data);
    }

    private static ReaderEventNotificationData at(Timestamp time) {
        ReaderEventNotificationData data = new ReaderEventNotificationData();
        data.setTimestamp(time);
        return data;
    }

    private static READER_EVENT_NOTIFICATION notification(ReaderEventNotificationData data) {
        READER_EVENT_NOTIFICATION message = new READER_EVENT_NOTIFICATION();
        message.setReaderEventNotificationData(data);
        return message;
    }
}
