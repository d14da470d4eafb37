package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.tallygate.llrp.control.ControlCodec;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.llrp.ltk.generated.enumerations.NotificationEventType;
import org.llrp.ltk.generated.messages.READER_EVENT_NOTIFICATION;
import org.llrp.ltk.generated.messages.SET_READER_CONFIG;
import org.llrp.ltk.generated.parameters.EventNotificationState;
import org.llrp.ltk.generated.parameters.ReaderEventNotificationData;
import org.llrp.ltk.generated.parameters.ReaderEventNotificationSpec;
import org.llrp.ltk.types.Bit;

/** The simulated reader tells of the events that it is asked to tell of, and of no others: so a wrong request is found. */
class EventRequestsTest extends AskedReader {

    EventRequestsTest() {
        super(ReaderProfile.usual());
    }

    private void switchOn(IntPredicate wanted) throws IOException {
        ReaderEventNotificationSpec spec = new ReaderEventNotificationSpec();
        IntStream.rangeClosed(0, NotificationEventType.Antenna_Event).forEach(type -> {
            EventNotificationState state = new EventNotificationState();
            state.setEventType(new NotificationEventType(type));
            state.setNotificationState(new Bit(wanted.test(type)));
            spec.addToEventNotificationStateList(state);
        });
        SET_READER_CONFIG request = new SET_READER_CONFIG();
        request.setResetToFactoryDefault(new Bit(false));
        request.setReaderEventNotificationSpec(spec);
        assertThat(client.statusAfter(request).isSuccess()).isTrue();
    }

    private ReaderEventNotificationData told() throws IOException {
        var message = ControlCodec.decode(Unpooled.wrappedBuffer(client.read())).message();
        return ((READER_EVENT_NOTIFICATION) message).getReaderEventNotificationData();
    }

    private record Event(
            int type, Consumer<ReaderFaults> happens, Function<ReaderEventNotificationData, Object> parameter) {}

    static Stream<Event> events() {
        return Stream.of(
                new Event(
                        NotificationEventType.GPI_Event,
                        it -> it.input(2, true),
                        ReaderEventNotificationData::getGPIEvent),
                new Event(
                        NotificationEventType.ROSpec_Event,
                        it -> it.anothersSpec(4711, true),
                        ReaderEventNotificationData::getROSpecEvent),
                new Event(
                        NotificationEventType.Report_Buffer_Fill_Warning,
                        it -> it.buffer(80),
                        ReaderEventNotificationData::getReportBufferLevelWarningEvent),
                new Event(
                        NotificationEventType.Reader_Exception_Event,
                        it -> it.exception("fan stopped"),
                        ReaderEventNotificationData::getReaderExceptionEvent));
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldTellOfAnEventThatAloneIsOn(Event event) throws Exception {
        switchOn(type -> type == event.type());

        event.happens().accept(reader.faults());

        assertThat(event.parameter().apply(told())).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldNotTellOfAnEventThatAloneIsOff(Event event) throws Exception {
        switchOn(type -> type != event.type());

        event.happens().accept(reader.faults());
        reader.antenna(3, false);

        assertThat(told().getAntennaEvent()).isNotNull();
    }

    @Test
    void shouldTellOfWhatHasNoSwitchAndOfNothingElseBeforeItIsAsked() throws Exception {
        events().forEach(event -> event.happens().accept(reader.faults()));
        reader.antenna(3, false);

        reader.faults().buffer(100);
        assertThat(told().getReportBufferOverflowErrorEvent()).isNotNull();
        new RawClient(reader).close();
        assertThat(told().getConnectionAttemptEvent()).isNotNull();
        reader.faults().sayGoodBye();
        assertThat(told().getConnectionCloseEvent()).isNotNull();
    }
}
