package io.tallygate.llrp.control;

import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.report.ParameterType;
import java.util.Arrays;

/**
 * Makes a control message fit for ltkjava, which believes every length (one of zero in a list keeps it busy until memory ends) and
 * rejects a message for one parameter it does not know.
 *
 * <p>Copies the message parameter by parameter, checks each length against what encloses it, leaves out what LLRP 1.0.1 does not
 * have (vendors' parameters among it) and puts the lengths right. One use per message.
 */
final class ControlSieve {

    static final int TLV_HEADER = 4;

    /** LLRP nests parameters five deep; ParameterError may nest in itself. */
    private static final int MAX_DEPTH = 12;

    private final byte[] in;
    private final byte[] out;
    private int written;
    private int skipped;

    private ControlSieve(byte[] message) {
        in = message;
        out = new byte[message.length];
    }

    /** What is left of a message, and how many parameters were taken out. */
    record Sieved(byte[] message, int skipped) {}

    /**
     * @param message a whole message, header included, whose header was checked
     * @throws ControlException when a length lies
     */
    static Sieved sieve(byte[] message) {
        ControlSieve sieve = new ControlSieve(message);
        int fields = LlrpHeader.BYTES + ParameterLayout.fieldsOfMessage(ParameterLayout.u16(message, 0) & 0x3FF);
        sieve.requireRoom(fields, 0, message.length);
        sieve.copy(0, fields);
        sieve.parameters(fields, message.length, 0);
        sieve.patch(2, sieve.written >>> 16);
        sieve.patch(4, sieve.written);
        return new Sieved(Arrays.copyOf(sieve.out, sieve.written), sieve.skipped);
    }

    private void parameters(int from, int end, int depth) {
        if (depth > MAX_DEPTH) {
            throw new ControlException(ControlFault.TOO_DEEP, "at byte " + from);
        }
        int at = from;
        while (at < end) {
            at = in[at] < 0 ? typeValue(at, end) : typeLengthValue(at, end, depth);
        }
    }

    private int typeValue(int at, int end) {
        int size = ParameterType.tvDataBytes(in[at] & 0x7F);
        if (size == 0) {
            // It has no length to skip it by; its parent has.
            skipped++;
            return end;
        }
        requireRoom(1 + size, at, end);
        copy(at, 1 + size);
        return at + 1 + size;
    }

    private int typeLengthValue(int at, int end, int depth) {
        requireRoom(TLV_HEADER, at, end);
        int length = ParameterLayout.u16(in, at + 2);
        if (length < TLV_HEADER) {
            throw new ControlException(ControlFault.LYING_LENGTH, length + " bytes at byte " + at);
        }
        requireRoom(length, at, end);
        int next = at + length;
        int nested = ParameterLayout.nestedAfter(in, at, next);
        if (nested == ParameterLayout.UNKNOWN) {
            skipped++;
        } else if (nested == ParameterLayout.LEAF) {
            copy(at, length);
        } else {
            container(at, TLV_HEADER + nested, next, depth);
        }
        return next;
    }

    private void container(int at, int fields, int end, int depth) {
        requireRoom(fields, at, end);
        int start = written;
        copy(at, fields);
        parameters(at + fields, end, depth + 1);
        patch(start + 2, written - start);
    }

    private void requireRoom(int bytes, int at, int end) {
        if (bytes > end - at) {
            throw new ControlException(
                    ControlFault.LYING_LENGTH, bytes + " bytes at byte " + at + ", " + (end - at) + " are there");
        }
    }

    private void copy(int from, int bytes) {
        System.arraycopy(in, from, out, written, bytes);
        written += bytes;
    }

    private void patch(int at, int u16) {
        out[at] = (byte) (u16 >>> 8);
        out[at + 1] = (byte) u16;
    }
}
