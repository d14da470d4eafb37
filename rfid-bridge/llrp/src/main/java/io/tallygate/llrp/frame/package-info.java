/**
 * From a byte stream to whole LLRP messages.
 *
 * <p>{@link io.tallygate.llrp.frame.LlrpFrameDecoder} stands first in the pipeline of a reader's connection. It looks at the ten
 * bytes of the message header alone (LLRP 1.1, 16.1): what is not LLRP, or is longer than we are ready to hold, ends that
 * connection by name ({@link io.tallygate.llrp.frame.FrameFault}) before anything is allocated for it. What it hands on is one
 * {@code ByteBuf} per message, header included, so that one segment may carry several messages and one message many segments.
 */
@NullMarked
package io.tallygate.llrp.frame;

import org.jspecify.annotations.NullMarked;
