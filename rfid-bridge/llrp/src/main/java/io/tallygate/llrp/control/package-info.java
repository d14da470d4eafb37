/**
 * The control plane: what is said to a reader and what it answers, through the message classes of ltkjava (LLRP 1.0.1).
 *
 * <p>Only its message classes: not its connector (no TLS, answers matched by name, KEEPALIVE_ACK without the id). They hold a
 * log4j 1.2 {@code Logger} each, which {@code log4j-over-slf4j} provides over SLF4J, and JDOM types in their signatures, so that
 * jar stays; xerces and mina do not. ltkjava trusts every length it reads, so nothing from a peer reaches it before
 * {@link io.tallygate.llrp.control.ControlSieve} has checked all lengths and taken out what LLRP 1.0.1 does not know.
 *
 * <p>{@link io.tallygate.llrp.control.SetupMessages} builds each message of the set-up,
 * {@link io.tallygate.llrp.control.ControlCodec} turns messages to bytes and back,
 * {@link io.tallygate.llrp.control.ImpinjExtensions} is all that is asked of one maker's readers alone,
 * {@link io.tallygate.llrp.control.ReaderStatus} reads a reader's verdict on a request.
 */
@NullMarked
package io.tallygate.llrp.control;

import org.jspecify.annotations.NullMarked;
