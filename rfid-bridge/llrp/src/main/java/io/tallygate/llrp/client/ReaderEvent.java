package io.tallygate.llrp.client;

import java.util.SortedSet;

/** What a reader says about itself in READER_EVENT_NOTIFICATION (LLRP 1.1, 17.2.7.4). */
public sealed interface ReaderEvent {

    /** An antenna was plugged in or lost. */
    record AntennaChanged(int antenna, boolean connected) implements ReaderEvent {}

    /** An input port changed. */
    record InputChanged(int port, boolean high) implements ReaderEvent {}

    /** An ROSpec started, or ended: unless we ended it, the reader no longer reads. */
    record RoSpecChanged(long roSpecId, boolean started) implements ReaderEvent {}

    /** The ROSpecs that run and are not ours have changed to these, whether the reader told of it or had to be asked. */
    record OthersRun(SortedSet<Long> roSpecIds) implements ReaderEvent {}

    /** The reader's report buffer fills up. */
    record BufferFilling(int percent) implements ReaderEvent {}

    /** The reader has lost reports. */
    record BufferOverflowed() implements ReaderEvent {}

    /** The reader reports a fault of its own, in its words. */
    record ReaderFault(String message) implements ReaderEvent {}

    /** Another client tried to take the reader, and was turned away. */
    record OtherClientTried() implements ReaderEvent {}

    /**
     * The reader takes less than it was asked for, and goes on with that.
     *
     * @param what REDUCED_ROSPEC, REDUCED_CONFIGURATION, NO_TID or TRANSMIT_POWER
     * @param rejected the step, the parameter and the reader's words; of a power which one is used instead
     */
    record TakesLess(String what, String rejected) implements ReaderEvent {}

    /** Something this side has no use for; {@code name} is the LLRP parameter. */
    record Other(String name) implements ReaderEvent {}
}
