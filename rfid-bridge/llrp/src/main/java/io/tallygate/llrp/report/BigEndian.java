package io.tallygate.llrp.report;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Network byte order out of a byte array, in one load each. */
final class BigEndian {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {}

    static int u16(byte[] in, int at) {
        return (short) SHORT.get(in, at) & 0xFFFF;
    }

    static short s16(byte[] in, int at) {
        return (short) SHORT.get(in, at);
    }

    static int s32(byte[] in, int at) {
        return (int) INT.get(in, at);
    }

    static long u32(byte[] in, int at) {
        return (int) INT.get(in, at) & 0xFFFF_FFFFL;
    }

    static long s64(byte[] in, int at) {
        return (long) LONG.get(in, at);
    }
}
