package io.tallygate.llrp.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlrpFrameDecoderTest {

    private static final int LIMIT = 64;

    private final EmbeddedChannel channel = new EmbeddedChannel(new LlrpFrameDecoder(LIMIT));

    private static ByteBuf message(int type, int bodyBytes, long id) {
        ByteBuf out = Unpooled.buffer();
        LlrpHeader.write(out, type, bodyBytes, id);
        return out.writeBytes(new byte[bodyBytes]);
    }

    private List<Long> messageIds() {
        List<Long> ids = new ArrayList<>();
        for (ByteBuf frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            ids.add(LlrpHeader.messageId(frame, frame.readerIndex()));
            frame.release();
        }
        return ids;
    }

    @Test
    void shouldCutSeveralMessagesOutOfOneSegment() {
        channel.writeInbound(Unpooled.wrappedBuffer(message(62, 0, 1), message(61, 20, 2), message(63, 54, 3)));

        assertThat(messageIds()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void shouldPutAMessageTogetherFromSegmentsOfOneByte() {
        byte[] bytes = ByteBufUtil.getBytes(message(61, 40, 77));

        for (byte each : bytes) {
            assertThat(messageIds()).isEmpty();
            channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {each}));
        }

        ByteBuf frame = channel.readInbound();
        assertThat(ByteBufUtil.getBytes(frame)).isEqualTo(bytes);
        frame.release();
    }

    @Test
    void shouldTakeTheShortestAndTheLongestMessage() {
        channel.writeInbound(message(62, 0, 1), message(61, LIMIT - LlrpHeader.BYTES, 2));

        assertThat(messageIds()).containsExactly(1L, 2L);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "RESERVED_BITS_SET, 243D0000000A00000001",
        "RESERVED_BITS_SET, 485454502F312E312032",
        "UNSUPPORTED_VERSION, 003D0000000A00000001",
        "UNSUPPORTED_VERSION, 0C3D0000000A00000001",
        "LENGTH_TOO_SMALL, 043D0000000900000001",
        "LENGTH_TOO_SMALL, 043D0000000000000001",
        "LENGTH_TOO_LARGE, 043D0000004100000001",
        "LENGTH_TOO_LARGE, 043DFFFFFFFF00000001"
    })
    void shouldNameWhatIsWrongWithAHeader(FrameFault fault, String header) {
        ByteBuf bytes = Unpooled.wrappedBuffer(HexFormat.of().parseHex(header));

        MalformedFrameException thrown =
                catchThrowableOfType(MalformedFrameException.class, () -> channel.writeInbound(bytes));

        assertThat(thrown.fault()).isEqualTo(fault);
    }

    @Test
    void shouldReadNothingAfterTheFramingWasLost() {
        channel.writeInbound(message(62, 0, 1));
        assertThatThrownBy(() -> channel.writeInbound(Unpooled.wrappedBuffer(new byte[16])))
                .isInstanceOf(MalformedFrameException.class);

        channel.writeInbound(message(62, 0, 2));

        assertThat(messageIds()).containsExactly(1L);
    }

    @Test
    void shouldSurviveRandomBytes() {
        Random random = new Random(20261121);
        for (int i = 0; i < 2_000; i++) {
            EmbeddedChannel each = new EmbeddedChannel(new LlrpFrameDecoder(LIMIT));
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            try {
                each.writeInbound(Unpooled.wrappedBuffer(garbage));
            } catch (MalformedFrameException expected) {
                assertThat(expected.fault()).isNotNull();
            }
            each.releaseInbound();
        }
    }

    @Test
    void shouldRefuseALimitBelowTheHeader() {
        assertThatThrownBy(() -> new LlrpFrameDecoder(9)).isInstanceOf(IllegalArgumentException.class);
    }
}
