package io.tallygate.llrp.control;

import java.util.Arrays;

/**
 * Which TLV parameters LLRP 1.0.1 has in the messages that we read, and where in each the nested parameters begin (LLRP 1.1,
 * 17.2). Enough to check and to prune a message without decoding it.
 */
final class ParameterLayout {

    /** Not in LLRP 1.0.1, or of no use to us. */
    static final int UNKNOWN = -1;

    /** Fields only. */
    static final int LEAF = -2;

    private static final int LLRP_STATUS = 287;
    private static final int GENERAL_DEVICE_CAPABILITIES = 137;
    private static final int READER_EXCEPTION_EVENT = 252;
    private static final int AI_SPEC = 183;

    private static final int[] LEAVES = {
        128, 129, 139, 140, 141, 142, 145, 147, 148, 149, 179, 180, 181, 182, 184, 185, 208, 217, 218, 219, 220, 221,
                223, 224,
        225, 226, 239, 245, 247, 248, 249, 250, 251, 253, 255, 256, 257, 288, 327, 329, 332, 333, 334, 335, 336, 339,
                341, 348
    };

    /** Type, then the bytes of its fixed fields. */
    private static final int[][] CONTAINERS = {
        {143, 4}, {144, 0}, {146, 1}, {177, 6}, {178, 0}, {186, 3}, {207, 12}, {209, 0}, {222, 2}, {237, 3}, {238, 2},
        {244, 0}, {246, 0}, {254, 7}, {289, 4}, {328, 0}, {330, 1}, {331, 1}, {338, 0}
    };

    private static final int[] NESTED_AT = nestedAt();

    private ParameterLayout() {}

    /** Whether LLRP 1.0.1 has that message, vendors' CUSTOM_MESSAGE aside (LLRP 1.1, 17.1). */
    static boolean isMessage(int type) {
        return switch (type) {
            case 1, 2, 3, 4, 11, 12, 13, 14 -> true;
            case 20, 21, 22, 23, 24, 25, 26, 30, 31, 32, 33, 34, 35, 36 -> true;
            case 40, 41, 42, 43, 44, 50, 51, 52, 53, 54 -> true;
            case 60, 61, 62, 63, 64, 72, 100 -> true;
            default -> false;
        };
    }

    /** Bytes of a message between its header and its first parameter. */
    static int fieldsOfMessage(int type) {
        return switch (type) {
            case 1, 3 -> 1;
            case 2 -> 7;
            case 21, 22, 23, 24, 25, 41, 42, 43 -> 4;
            default -> 0;
        };
    }

    /**
     * Bytes between the four of the TLV header at {@code at} and the first nested parameter, or {@link #LEAF} or {@link #UNKNOWN}.
     * May lie beyond {@code end}: the caller checks.
     */
    static int nestedAfter(byte[] message, int at, int end) {
        int type = u16(message, at) & 0x3FF;
        return switch (type) {
            case LLRP_STATUS -> afterArray(message, at, 2, 1, end);
            case GENERAL_DEVICE_CAPABILITIES -> afterArray(message, at, 12, 1, end);
            case READER_EXCEPTION_EVENT -> afterArray(message, at, 0, 1, end);
            case AI_SPEC -> afterArray(message, at, 0, 2, end);
            default -> NESTED_AT[type];
        };
    }

    /** After an array whose u16 count stands {@code countAt} bytes behind the header. */
    private static int afterArray(byte[] message, int at, int countAt, int elementBytes, int end) {
        int count = at + ControlSieve.TLV_HEADER + countAt;
        int fields = countAt + 2;
        return count + 2 > end ? fields : fields + elementBytes * u16(message, count);
    }

    static int u16(byte[] in, int at) {
        return (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
    }

    private static int[] nestedAt() {
        int[] table = new int[1024];
        Arrays.fill(table, UNKNOWN);
        for (int leaf : LEAVES) {
            table[leaf] = LEAF;
        }
        for (int[] container : CONTAINERS) {
            table[container[0]] = container[1];
        }
        return table;
    }
}
