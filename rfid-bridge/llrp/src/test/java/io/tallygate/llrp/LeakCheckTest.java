package io.tallygate.llrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

/** A check that finds no leak anywhere would pass for ever. */
class LeakCheckTest {

    private static void leak() {
        Unpooled.directBuffer(16).writeInt(4711);
    }

    @Test
    void shouldFindABufferThatNobodyReleased() throws Exception {
        leak();

        assertThat(LeakCheck.found()).contains("ByteBuf");
    }

    @Test
    void shouldBeSilentAboutABufferThatWasReleased() throws Exception {
        Unpooled.directBuffer(16).writeInt(4711).release();

        assertThat(LeakCheck.found()).isEmpty();
    }
}
