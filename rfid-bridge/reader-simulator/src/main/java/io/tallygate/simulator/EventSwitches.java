package io.tallygate.simulator;

import java.util.BitSet;
import java.util.OptionalInt;
import org.llrp.ltk.generated.enumerations.NotificationEventType;
import org.llrp.ltk.generated.messages.READER_EVENT_NOTIFICATION;
import org.llrp.ltk.generated.parameters.EventNotificationState;
import org.llrp.ltk.generated.parameters.ReaderEventNotificationData;
import org.llrp.ltk.generated.parameters.ReaderEventNotificationSpec;

/**
 * Which kinds of event the client is told of (LLRP's ReaderEventNotificationSpec): none before it switches them on. Those that have no switch are always
 * told: connection attempts, the connection's end, and a report buffer that has run over.
 */
final class EventSwitches {

    /** By the numbers of {@link NotificationEventType}. On the reader's event loop. */
    private final BitSet on = new BitSet();

    /** What the spec does not speak of stays as it is. */
    void set(ReaderEventNotificationSpec spec) {
        for (EventNotificationState state : spec.getEventNotificationStateList()) {
            on.set(state.getEventType().intValue(), state.getNotificationState().toBoolean());
        }
    }

    void forget() {
        on.clear();
    }

    boolean lets(READER_EVENT_NOTIFICATION event) {
        OptionalInt type = typeOf(event.getReaderEventNotificationData());
        return type.isEmpty() || on.get(type.getAsInt());
    }

    private static OptionalInt typeOf(ReaderEventNotificationData data) {
        if (data.getGPIEvent() != null) {
            return OptionalInt.of(NotificationEventType.GPI_Event);
        }
        if (data.getROSpecEvent() != null) {
            return OptionalInt.of(NotificationEventType.ROSpec_Event);
        }
        if (data.getReportBufferLevelWarningEvent() != null) {
            return OptionalInt.of(NotificationEventType.Report_Buffer_Fill_Warning);
        }
        if (data.getReaderExceptionEvent() != null) {
            return OptionalInt.of(NotificationEventType.Reader_Exception_Event);
        }
        return data.getAntennaEvent() == null
                ? OptionalInt.empty()
                : OptionalInt.of(NotificationEventType.Antenna_Event);
    }
}
