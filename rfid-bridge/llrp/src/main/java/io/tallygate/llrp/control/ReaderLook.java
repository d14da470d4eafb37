package io.tallygate.llrp.control;

import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MessageType;
import io.tallygate.llrp.report.ParameterType;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is read out of a reader's answers to the questions asked of it every few seconds or at an alarm. Looks for the few bytes that
 * matter and steps over everything else by its length, so that nothing a vendor puts into its answer can stop the watching. An answer
 * that lies about a length or carries an error says nothing: every method then answers with nothing.
 */
public final class ReaderLook {

    private static final int RO_SPEC_STATE_ACTIVE = 2;
    private static final int RO_SPEC = 177;
    private static final int LLRP_STATUS = 287;
    private static final int GPO_WRITE_DATA = 219;
    private static final int ANTENNA_PROPERTIES = 221;
    private static final int GPI_PORT_CURRENT_STATE = 225;
    private static final int LOW = 0;
    private static final int HIGH = 1;
    private static final int FIRST_BIT = 0x80;

    private ReaderLook() {}

    /** What a ROSpec is doing. */
    public enum RoSpecState {
        /** The reader does not have it. */
        GONE,
        /** It is there and does not run. */
        STOPPED,
        /** It runs. */
        RUNNING
    }

    /** What our ROSpec is doing, from the answer to {@link SetupMessages#getRoSpecs}; empty when the answer does not tell. */
    public static Optional<RoSpecState> roSpec(byte[] answer) {
        if (!isSuccess(answer, MessageType.GET_ROSPECS_RESPONSE)) {
            return Optional.empty();
        }
        RoSpecState[] found = {RoSpecState.GONE};
        eachParameter(answer, (type, at, end) -> {
            if (type == RO_SPEC && end - at >= 10 && u32(answer, at + 4) == SetupMessages.OUR_SPEC_ID) {
                found[0] = answer[at + 9] == RO_SPEC_STATE_ACTIVE ? RoSpecState.RUNNING : RoSpecState.STOPPED;
            }
        });
        return Optional.of(found[0]);
    }

    /** The ids of the ROSpecs that run and are not ours, from the answer to {@link SetupMessages#getRoSpecs}. */
    public static SortedSet<Long> othersRunning(byte[] answer) {
        SortedSet<Long> others = new TreeSet<>();
        if (!isSuccess(answer, MessageType.GET_ROSPECS_RESPONSE)) {
            return others;
        }
        eachParameter(answer, (type, at, end) -> {
            if (type == RO_SPEC && end - at >= 10 && answer[at + 9] == RO_SPEC_STATE_ACTIVE) {
                others.add(u32(answer, at + 4));
            }
        });
        others.remove((long) SetupMessages.OUR_SPEC_ID);
        return others;
    }

    /** Antenna number to whether it is plugged in, from the answer to {@link SetupMessages#getAntennas}; empty for nothing. */
    public static Map<Integer, Boolean> antennas(byte[] answer) {
        Map<Integer, Boolean> antennas = new TreeMap<>();
        if (!isSuccess(answer, MessageType.GET_READER_CONFIG_RESPONSE)) {
            return antennas;
        }
        eachParameter(answer, (type, at, end) -> {
            if (type == ANTENNA_PROPERTIES && end - at >= 9) {
                antennas.put(ParameterLayout.u16(answer, at + 5), (answer[at + 4] & FIRST_BIT) != 0);
            }
        });
        return antennas;
    }

    /** What output {@code port} is set to, from the answer to {@link SetupMessages#getOutput}; empty when it does not tell. */
    public static Optional<Boolean> output(byte[] answer, int port) {
        if (!isSuccess(answer, MessageType.GET_READER_CONFIG_RESPONSE)) {
            return Optional.empty();
        }
        @Nullable Boolean[] found = {null};
        eachParameter(answer, (type, at, end) -> {
            if (type == GPO_WRITE_DATA && end - at >= 7 && ParameterLayout.u16(answer, at + 4) == port) {
                found[0] = (answer[at + 6] & FIRST_BIT) != 0;
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /** Whether the reader did what SET_READER_CONFIG asked; false when it did not, and when the answer does not tell. */
    public static boolean configured(byte[] answer) {
        return isSuccess(answer, MessageType.SET_READER_CONFIG_RESPONSE);
    }

    /** Whether input {@code port} is high, from the answer to {@link SetupMessages#getInput}; empty when it does not tell. */
    public static Optional<Boolean> input(byte[] answer, int port) {
        if (!isSuccess(answer, MessageType.GET_READER_CONFIG_RESPONSE)) {
            return Optional.empty();
        }
        int[] found = {-1};
        eachParameter(answer, (type, at, end) -> {
            if (type == GPI_PORT_CURRENT_STATE && end - at >= 8 && ParameterLayout.u16(answer, at + 4) == port) {
                found[0] = answer[at + 7];
            }
        });
        return found[0] == LOW || found[0] == HIGH ? Optional.of(found[0] == HIGH) : Optional.empty();
    }

    private static boolean isSuccess(byte[] answer, int wanted) {
        if (answer.length < LlrpHeader.BYTES || (ParameterLayout.u16(answer, 0) & 0x3FF) != wanted) {
            return false;
        }
        boolean[] success = {false};
        boolean whole = eachParameter(answer, (type, at, end) -> {
            if (type == LLRP_STATUS && end - at >= 6) {
                success[0] = ParameterLayout.u16(answer, at + 4) == 0;
            }
        });
        return whole && success[0];
    }

    private interface Visitor {
        void parameter(int type, int at, int end);
    }

    /** Visits the outermost parameters; false when a length lies. */
    private static boolean eachParameter(byte[] message, Visitor visitor) {
        int at = LlrpHeader.BYTES;
        while (at < message.length) {
            int length = lengthAt(message, at);
            if (length <= 0 || length > message.length - at) {
                return false;
            }
            if (message[at] >= 0) {
                visitor.parameter(ParameterLayout.u16(message, at) & 0x3FF, at, at + length);
            }
            at += length;
        }
        return true;
    }

    /** Bytes of the parameter, 0 when it has no length that can be right. */
    private static int lengthAt(byte[] message, int at) {
        if (message[at] < 0) {
            int data = ParameterType.tvDataBytes(message[at] & 0x7F);
            return data == 0 ? 0 : 1 + data;
        }
        if (message.length - at < ControlSieve.TLV_HEADER) {
            return 0;
        }
        int length = ParameterLayout.u16(message, at + 2);
        return length < ControlSieve.TLV_HEADER ? 0 : length;
    }

    private static long u32(byte[] in, int at) {
        return (long) ParameterLayout.u16(in, at) << 16 | ParameterLayout.u16(in, at + 2);
    }
}
