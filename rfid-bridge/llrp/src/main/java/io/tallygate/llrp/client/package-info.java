/**
 * A connection to one reader, kept for ever.
 *
 * <p>{@link io.tallygate.llrp.client.LlrpReaderClient} connects, sets the reader up, and tells a
 * {@link io.tallygate.llrp.client.ReaderListener} what it hears, all on one event loop and in order. Whatever goes wrong ends the
 * connection by name ({@link io.tallygate.llrp.client.DisconnectReason}), and after a pause the whole set-up is played again:
 *
 * <pre>
 *   TCP (TLS) → ConnectionAttemptEvent → version → GET_READER_CAPABILITIES → DELETE_ACCESSSPEC, DELETE_ROSPEC (ours)
 *     → SET_READER_CONFIG → ADD_ROSPEC → ADD_ACCESSSPEC, ENABLE_ACCESSSPEC (the TID) → ENABLE_ROSPEC → START_ROSPEC
 *     → ENABLE_EVENTS_AND_REPORTS → ready
 * </pre>
 *
 * <p>What a reader refuses is asked for more simply, step by step, where there is a simpler way; what it refused is told and
 * remembered ({@code Learned}). While it is ready {@code ReadingWatch} asks every few seconds whether it really reads.
 *
 * <p>The reader's KEEPALIVEs are answered with their own message id, and their absence ends the connection: a half-open one looks
 * exactly like a quiet gate. So does the absence of answers while the KEEPALIVEs go on: the horn of such a gate would stay silent.
 */
@NullMarked
package io.tallygate.llrp.client;

import org.jspecify.annotations.NullMarked;
