package io.tallygate.llrp.control;

import java.time.Duration;
import org.llrp.ltk.generated.enumerations.GPIPortState;
import org.llrp.ltk.generated.enumerations.GetReaderCapabilitiesRequestedData;
import org.llrp.ltk.generated.enumerations.GetReaderConfigRequestedData;
import org.llrp.ltk.generated.enumerations.KeepaliveTriggerType;
import org.llrp.ltk.generated.enumerations.NotificationEventType;
import org.llrp.ltk.generated.messages.ADD_ACCESSSPEC;
import org.llrp.ltk.generated.messages.ADD_ROSPEC;
import org.llrp.ltk.generated.messages.CLOSE_CONNECTION;
import org.llrp.ltk.generated.messages.DELETE_ACCESSSPEC;
import org.llrp.ltk.generated.messages.DELETE_ROSPEC;
import org.llrp.ltk.generated.messages.ENABLE_ACCESSSPEC;
import org.llrp.ltk.generated.messages.ENABLE_EVENTS_AND_REPORTS;
import org.llrp.ltk.generated.messages.ENABLE_ROSPEC;
import org.llrp.ltk.generated.messages.GET_READER_CAPABILITIES;
import org.llrp.ltk.generated.messages.GET_READER_CONFIG;
import org.llrp.ltk.generated.messages.GET_ROSPECS;
import org.llrp.ltk.generated.messages.KEEPALIVE_ACK;
import org.llrp.ltk.generated.messages.SET_READER_CONFIG;
import org.llrp.ltk.generated.messages.START_ROSPEC;
import org.llrp.ltk.generated.parameters.EventNotificationState;
import org.llrp.ltk.generated.parameters.EventsAndReports;
import org.llrp.ltk.generated.parameters.GPIPortCurrentState;
import org.llrp.ltk.generated.parameters.GPOWriteData;
import org.llrp.ltk.generated.parameters.KeepaliveSpec;
import org.llrp.ltk.generated.parameters.ReaderEventNotificationSpec;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedShort;

/** Every message this side sends, in the order of the set-up. Each call makes a new one; the id is given when it is encoded. */
public final class SetupMessages {

    /** The ROSpec and the AccessSpec that are ours on a reader. Another system's are left alone. */
    public static final int OUR_SPEC_ID = 7411;

    private SetupMessages() {}

    /** Asks for everything the reader can do. */
    public static GET_READER_CAPABILITIES getCapabilities() {
        GET_READER_CAPABILITIES message = new GET_READER_CAPABILITIES();
        message.setRequestedData(new GetReaderCapabilitiesRequestedData(GetReaderCapabilitiesRequestedData.All));
        return message;
    }

    /** Takes our AccessSpec off the reader; one that is not there is no harm. */
    public static DELETE_ACCESSSPEC deleteAccessSpec() {
        DELETE_ACCESSSPEC message = new DELETE_ACCESSSPEC();
        message.setAccessSpecID(new UnsignedInteger(OUR_SPEC_ID));
        return message;
    }

    /** Takes our ROSpec off the reader; one that is not there is no harm. */
    public static DELETE_ROSPEC deleteRoSpec() {
        DELETE_ROSPEC message = new DELETE_ROSPEC();
        message.setROSpecID(new UnsignedInteger(OUR_SPEC_ID));
        return message;
    }

    /** KEEPALIVE and nothing else, for a reader that takes no more of {@link #configure}. */
    public static SET_READER_CONFIG configureKeepalive(Duration keepalivePeriod) {
        SET_READER_CONFIG message = new SET_READER_CONFIG();
        message.setResetToFactoryDefault(new Bit(false));
        message.setKeepaliveSpec(keepalive(keepalivePeriod));
        return message;
    }

    /**
     * KEEPALIVE every {@code keepalivePeriod}, every kind of event on, and, where the reader can, events and reports held back
     * after a reconnect until {@link #enableEventsAndReports}. No GPO in it: a reader without ports would reject the whole.
     */
    public static SET_READER_CONFIG configure(ReaderCapabilities capabilities, Duration keepalivePeriod) {
        SET_READER_CONFIG message = new SET_READER_CONFIG();
        message.setResetToFactoryDefault(new Bit(false));
        message.setReaderEventNotificationSpec(everyEvent());
        message.setKeepaliveSpec(keepalive(keepalivePeriod));
        EventsAndReports hold = new EventsAndReports();
        hold.setHoldEventsAndReportsUponReconnect(new Bit(capabilities.holdsReports()));
        message.setEventsAndReports(hold);
        return message;
    }

    private static KeepaliveSpec keepalive(Duration period) {
        KeepaliveSpec spec = new KeepaliveSpec();
        spec.setKeepaliveTriggerType(new KeepaliveTriggerType(KeepaliveTriggerType.Periodic));
        spec.setPeriodicTriggerValue(new UnsignedInteger(period.toMillis()));
        return spec;
    }

    private static ReaderEventNotificationSpec everyEvent() {
        ReaderEventNotificationSpec spec = new ReaderEventNotificationSpec();
        for (int type = NotificationEventType.Upon_Hopping_To_Next_Channel;
                type <= NotificationEventType.Antenna_Event;
                type++) {
            EventNotificationState state = new EventNotificationState();
            state.setEventType(new NotificationEventType(type));
            state.setNotificationState(new Bit(true));
            spec.addToEventNotificationStateList(state);
        }
        return spec;
    }

    /** Our ROSpec: reads without end and reports every read at once. */
    public static ADD_ROSPEC addRoSpec(RoSpecPlan plan) {
        ADD_ROSPEC message = new ADD_ROSPEC();
        message.setROSpec(RoSpecs.continuous(OUR_SPEC_ID, plan));
        return message;
    }

    /** Arms our ROSpec. */
    public static ENABLE_ROSPEC enableRoSpec() {
        ENABLE_ROSPEC message = new ENABLE_ROSPEC();
        message.setROSpecID(new UnsignedInteger(OUR_SPEC_ID));
        return message;
    }

    /** Starts our ROSpec: its start trigger is null, so it waits for this. */
    public static START_ROSPEC startRoSpec() {
        START_ROSPEC message = new START_ROSPEC();
        message.setROSpecID(new UnsignedInteger(OUR_SPEC_ID));
        return message;
    }

    /** Our AccessSpec: reads the TID of every tag that our ROSpec sees. */
    public static ADD_ACCESSSPEC addAccessSpec() {
        ADD_ACCESSSPEC message = new ADD_ACCESSSPEC();
        message.setAccessSpec(AccessSpecs.readTid(OUR_SPEC_ID, OUR_SPEC_ID));
        return message;
    }

    /** Arms our AccessSpec. */
    public static ENABLE_ACCESSSPEC enableAccessSpec() {
        ENABLE_ACCESSSPEC message = new ENABLE_ACCESSSPEC();
        message.setAccessSpecID(new UnsignedInteger(OUR_SPEC_ID));
        return message;
    }

    /** Asks which ROSpecs there are and what each is doing; the answer is for {@link ReaderLook#roSpec}. */
    public static GET_ROSPECS getRoSpecs() {
        return new GET_ROSPECS();
    }

    /** Asks which antennas are plugged in; the answer is for {@link ReaderLook#antennas}. */
    public static GET_READER_CONFIG getAntennas() {
        return getConfig(GetReaderConfigRequestedData.AntennaProperties, 0);
    }

    /** Asks what an output is set to; the answer is for {@link ReaderLook#output}. */
    public static GET_READER_CONFIG getOutput(int port) {
        return getConfig(GetReaderConfigRequestedData.GPOWriteData, port);
    }

    /** Asks how an input is; the answer is for {@link ReaderLook#input}. */
    public static GET_READER_CONFIG getInput(int port) {
        GET_READER_CONFIG message = getConfig(GetReaderConfigRequestedData.GPIPortCurrentState, 0);
        message.setGPIPortNum(new UnsignedShort(port));
        return message;
    }

    private static GET_READER_CONFIG getConfig(int what, int output) {
        GET_READER_CONFIG message = new GET_READER_CONFIG();
        message.setAntennaID(new UnsignedShort(0));
        message.setRequestedData(new GetReaderConfigRequestedData(what));
        message.setGPIPortNum(new UnsignedShort(0));
        message.setGPOPortNum(new UnsignedShort(output));
        return message;
    }

    /** Ends the holding back of events and reports. Has no answer. */
    public static ENABLE_EVENTS_AND_REPORTS enableEventsAndReports() {
        return new ENABLE_EVENTS_AND_REPORTS();
    }

    /**
     * Switches one output, in a message that carries nothing else.
     *
     * @param port from 1
     */
    public static SET_READER_CONFIG writeGpo(int port, boolean on) {
        GPOWriteData write = new GPOWriteData();
        write.setGPOPortNumber(new UnsignedShort(port));
        write.setGPOData(new Bit(on));
        SET_READER_CONFIG message = new SET_READER_CONFIG();
        message.setResetToFactoryDefault(new Bit(false));
        message.addToGPOWriteDataList(write);
        return message;
    }

    /**
     * Has the reader watch an input and tell of its changes, in a message that carries nothing else: many readers leave inputs alone
     * until they are told, and one without that port would reject the whole.
     *
     * @param port from 1
     */
    public static SET_READER_CONFIG watchInput(int port) {
        GPIPortCurrentState input = new GPIPortCurrentState();
        input.setGPIPortNum(new UnsignedShort(port));
        input.setConfig(new Bit(true));
        input.setState(new GPIPortState(GPIPortState.Unknown));
        SET_READER_CONFIG message = new SET_READER_CONFIG();
        message.setResetToFactoryDefault(new Bit(false));
        message.addToGPIPortCurrentStateList(input);
        return message;
    }

    /** Answers a KEEPALIVE; to be encoded with the KEEPALIVE's own id. */
    public static KEEPALIVE_ACK keepaliveAck() {
        return new KEEPALIVE_ACK();
    }

    /** Says good-bye; the reader answers and closes. */
    public static CLOSE_CONNECTION closeConnection() {
        return new CLOSE_CONNECTION();
    }
}
