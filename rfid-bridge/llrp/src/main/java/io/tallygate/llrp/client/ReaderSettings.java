package io.tallygate.llrp.client;

import io.tallygate.llrp.control.TransmitPower;
import io.tallygate.llrp.frame.LlrpFrameDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Where a reader is and how to treat it.
 *
 * @param host name or address
 * @param port 5084 plain, 5085 TLS
 * @param antennas antenna numbers to read with, from 1; empty means every antenna the reader has
 * @param keepalivePeriod how often the reader shall send KEEPALIVE, 100 ms to 1 h
 * @param connectTimeout for the TCP (and TLS) handshake
 * @param answerTimeout for each answer, and for the greeting
 * @param reconnect how long to wait between tries
 * @param maxFrameBytes the longest message taken
 * @param readsTid whether to have the reader read each tag's TID, where it can
 * @param power the strongest transmit power to use
 */
public record ReaderSettings(
        String host,
        int port,
        List<Integer> antennas,
        Duration keepalivePeriod,
        Duration connectTimeout,
        Duration answerTimeout,
        Backoff reconnect,
        int maxFrameBytes,
        boolean readsTid,
        TransmitPower power) {

    private static final double PERIODS_ALLOWED = 2.5;

    /** LLRP in the clear. */
    public static final int PLAIN_PORT = 5084;

    public ReaderSettings {
        Objects.requireNonNull(host);
        Objects.requireNonNull(reconnect);
        antennas = List.copyOf(antennas);
        require(port > 0 && port <= 0xFFFF, "port " + port);
        require(antennas.stream().allMatch(it -> it > 0 && it <= 0xFFFF), "antennas " + antennas);
        require(within(keepalivePeriod, Duration.ofMillis(100), Duration.ofHours(1)), "keepalive " + keepalivePeriod);
        require(within(connectTimeout, Duration.ofMillis(1), Duration.ofMinutes(5)), "connect " + connectTimeout);
        require(within(answerTimeout, Duration.ofMillis(1), Duration.ofMinutes(5)), "answer " + answerTimeout);
        require(maxFrameBytes >= 1024, "frame limit " + maxFrameBytes);
    }

    /** The field's usual figures: KEEPALIVE every 2 s, 3 s to connect and to answer, tries from 0.2 s to 10 s apart. */
    public static ReaderSettings of(String host, int port, List<Integer> antennas) {
        return new ReaderSettings(
                host,
                port,
                antennas,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                Backoff.usual(),
                LlrpFrameDecoder.DEFAULT_MAX_BYTES,
                true,
                TransmitPower.AS_SET);
    }

    /** How long no KEEPALIVE may come before the connection counts as dead: two and a half periods. */
    public Duration silenceAllowed() {
        return Duration.ofNanos((long) (PERIODS_ALLOWED * keepalivePeriod.toNanos()));
    }

    /** The same reader at another pace: how often it shall send KEEPALIVE, how long it may take to answer, when to try again. */
    public ReaderSettings paced(Duration keepalive, Duration answer, Backoff tries) {
        return new ReaderSettings(
                host, port, antennas, keepalive, connectTimeout, answer, tries, maxFrameBytes, readsTid, power);
    }

    /** The same reader with a transmit power of so much at most. */
    public ReaderSettings withPower(TransmitPower most) {
        return new ReaderSettings(
                host,
                port,
                antennas,
                keepalivePeriod,
                connectTimeout,
                answerTimeout,
                reconnect,
                maxFrameBytes,
                readsTid,
                most);
    }

    private static boolean within(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("not a usable reader setting: " + what);
        }
    }
}
