package io.tallygate.llrp.report;

/** Parameter numbers that occur in a report (LLRP 1.1, 17.2), and the sizes of those that carry no length of their own. */
public final class ParameterType {

    public static final int ANTENNA_ID = 1;
    public static final int FIRST_SEEN_UTC = 2;
    public static final int FIRST_SEEN_UPTIME = 3;
    public static final int LAST_SEEN_UTC = 4;
    public static final int LAST_SEEN_UPTIME = 5;
    public static final int PEAK_RSSI = 6;
    public static final int CHANNEL_INDEX = 7;
    public static final int TAG_SEEN_COUNT = 8;
    public static final int RO_SPEC_ID = 9;
    public static final int EPC_96 = 13;
    public static final int TAG_REPORT_DATA = 240;
    public static final int EPC_DATA = 241;
    public static final int RF_SURVEY_REPORT_DATA = 242;
    public static final int C1G2_READ_RESULT = 349;
    public static final int C1G2_WRITE_RESULT = 350;
    public static final int C1G2_BLOCK_WRITE_RESULT = 354;
    public static final int C1G2_RECOMMISSION_RESULT = 360;
    public static final int C1G2_PERMALOCK_STATUS_RESULT = 362;
    public static final int CUSTOM = 1023;

    /** Data bytes of the TV parameter with that number; 0 where LLRP 1.1 has none. */
    private static final byte[] TV_DATA_BYTES = tvDataBytes();

    private ParameterType() {}

    /** Data bytes of the type-value parameter {@code type} (0 to 127), or 0 where LLRP 1.1 knows none. */
    public static int tvDataBytes(int type) {
        return TV_DATA_BYTES[type];
    }

    /** Whether {@code type} is the outcome of an operation on a tag other than reading it: write, kill, lock, block erase and so on. */
    static boolean isOtherResult(int type) {
        return (type >= C1G2_WRITE_RESULT && type <= C1G2_BLOCK_WRITE_RESULT)
                || (type >= C1G2_RECOMMISSION_RESULT && type <= C1G2_PERMALOCK_STATUS_RESULT);
    }

    private static byte[] tvDataBytes() {
        byte[] sizes = new byte[128];
        int[][] bytesThenTypes = {
            {1, PEAK_RSSI},
            {2, ANTENNA_ID, CHANNEL_INDEX, TAG_SEEN_COUNT, 10, 11, 12, 14, 15, 17, 19, 20},
            {4, RO_SPEC_ID, 16, 18},
            {8, FIRST_SEEN_UTC, FIRST_SEEN_UPTIME, LAST_SEEN_UTC, LAST_SEEN_UPTIME},
            {12, EPC_96}
        };
        for (int[] row : bytesThenTypes) {
            for (int i = 1; i < row.length; i++) {
                sizes[row[i]] = (byte) row[0];
            }
        }
        return sizes;
    }
}
