package io.tallygate.simulator;

import org.llrp.ltk.generated.enumerations.AntennaEventType;
import org.llrp.ltk.generated.enumerations.ConnectionAttemptStatusType;
import org.llrp.ltk.generated.messages.READER_EVENT_NOTIFICATION;
import org.llrp.ltk.generated.parameters.AntennaEvent;
import org.llrp.ltk.generated.parameters.ConnectionAttemptEvent;
import org.llrp.ltk.generated.parameters.ReaderEventNotificationData;
import org.llrp.ltk.generated.parameters.UTCTimestamp;
import org.llrp.ltk.types.UnsignedLong_DATETIME;
import org.llrp.ltk.types.UnsignedShort;

/** What the reader tells about itself. */
final class ReaderEventMessages {

    private ReaderEventMessages() {}

    static READER_EVENT_NOTIFICATION connectionAttempt(int status, long micros) {
        ReaderEventNotificationData data = at(micros);
        ConnectionAttemptEvent event = new ConnectionAttemptEvent();
        event.setStatus(new ConnectionAttemptStatusType(status));
        data.setConnectionAttemptEvent(event);
        return notification(data);
    }

    static READER_EVENT_NOTIFICATION antenna(int antenna, boolean connected, long micros) {
        ReaderEventNotificationData data = at(micros);
        AntennaEvent event = new AntennaEvent();
        event.setAntennaID(new UnsignedShort(antenna));
        event.setEventType(new AntennaEventType(
                connected ? AntennaEventType.Antenna_Connected : AntennaEventType.Antenna_Disconnected));
        data.setAntennaEvent(event);
        return notification(data);
    }

    private static ReaderEventNotificationData at(long micros) {
        UTCTimestamp timestamp = new UTCTimestamp();
        timestamp.setMicroseconds(new UnsignedLong_DATETIME(micros));
        ReaderEventNotificationData data = new ReaderEventNotificationData();
        data.setTimestamp(timestamp);
        return data;
    }

    private static READER_EVENT_NOTIFICATION notification(ReaderEventNotificationData data) {
        READER_EVENT_NOTIFICATION message = new READER_EVENT_NOTIFICATION();
        message.setReaderEventNotificationData(data);
        return message;
    }
}
