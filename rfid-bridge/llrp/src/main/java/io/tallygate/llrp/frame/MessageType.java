package io.tallygate.llrp.frame;

/** Numbers of the LLRP messages this side tells apart before it decodes them (LLRP 1.1, 17.1). */
public final class MessageType {

    public static final int GET_READER_CAPABILITIES = 1;
    public static final int GET_READER_CONFIG = 2;
    public static final int SET_READER_CONFIG = 3;
    public static final int CLOSE_CONNECTION_RESPONSE = 4;
    public static final int GET_READER_CAPABILITIES_RESPONSE = 11;
    public static final int SET_READER_CONFIG_RESPONSE = 13;
    public static final int GET_READER_CONFIG_RESPONSE = 12;
    public static final int CLOSE_CONNECTION = 14;
    public static final int GET_ROSPECS = 26;
    public static final int GET_ROSPECS_RESPONSE = 36;
    /** LLRP 1.1 alone, as its answer and the next two. */
    public static final int GET_SUPPORTED_VERSION = 46;

    public static final int SET_PROTOCOL_VERSION = 47;
    public static final int GET_SUPPORTED_VERSION_RESPONSE = 56;
    public static final int SET_PROTOCOL_VERSION_RESPONSE = 57;
    public static final int RO_ACCESS_REPORT = 61;
    public static final int KEEPALIVE = 62;
    public static final int READER_EVENT_NOTIFICATION = 63;
    public static final int ENABLE_EVENTS_AND_REPORTS = 64;
    public static final int KEEPALIVE_ACK = 72;
    public static final int ERROR_MESSAGE = 100;
    /** A vendor's own: vendor (u32), subtype (u8) and whatever the vendor has. */
    public static final int CUSTOM_MESSAGE = 1023;

    private MessageType() {}
}
