package io.tallygate.simulator;

import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MessageType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.llrp.ltk.generated.enumerations.ROSpecEventType;

/**
 * What goes wrong with readers in the field, at the caller's word. Everything happens on the reader's event loop in the order of the
 * calls. What the reader is or does from then on has changed when a call returns; what it says may still be on its way.
 */
public final class ReaderFaults {

    /** How many unknown parameters {@link #sayWhatNobodyKnows} says, those of unknown messages aside. */
    public static final int UNKNOWN_PARAMETERS = UnknownParameters.IN_REPORT + UnknownParameters.IN_EVENT;

    private static final int NO_PARAMETER = 300;

    private final SimulatedReader reader;

    ReaderFaults(SimulatedReader reader) {
        this.reader = reader;
    }

    /** How a message may lie about its length. */
    public enum Lie {
        /** The header claims fewer bytes than a header has. */
        TOO_SMALL,
        /** The header claims four gigabytes. */
        TOO_LARGE,
        /** The frame is sound and a parameter in it reaches beyond its end. */
        PARAMETER_BEYOND_FRAME,
        /** A control message whose parameter claims no bytes at all. */
        PARAMETER_EMPTY
    }

    /** Every ROSpec ends, and the client is told. */
    public void endReading() {
        reader.onLoop(session -> {
            List<Long> started = reader.control().specs().started();
            reader.control().specs().stop(0);
            reader.answered();
            started.forEach(id -> session.tell(ReaderEventMessages.roSpec(
                    id, ROSpecEventType.End_Of_ROSpec, reader.control().timestamp())));
        });
    }

    /** Another program's ROSpec of that number runs, or is gone again; the client is told. */
    public void anothersSpec(long id, boolean running) {
        anothersSpecSilently(id, running);
        reader.onLoop(session -> session.tell(ReaderEventMessages.roSpec(
                id,
                running ? ROSpecEventType.Start_Of_ROSpec : ROSpecEventType.End_Of_ROSpec,
                reader.control().timestamp())));
    }

    /** As {@link #anothersSpec}, and nobody is told before asking. */
    public void anothersSpecSilently(long id, boolean running) {
        reader.anyway(() -> {
            if (running) {
                reader.control().specs().runAnothers(id);
            } else {
                reader.control().specs().delete(id);
            }
            reader.answered();
        });
    }

    /** Another program's AccessSpec of that number is there, and nobody is told. */
    public void anothersAccessSpec(long id) {
        reader.anyway(() -> reader.control().access().addAnothers(id));
    }

    /** Every ROSpec is disabled, as by somebody at the reader's own web page, and nobody is told. */
    public void disableReadingSilently() {
        reader.anyway(() -> {
            reader.control().specs().disable(0);
            reader.answered();
        });
    }

    /** Every ROSpec is lost, and nobody is told. */
    public void loseSpecsSilently() {
        reader.anyway(() -> {
            reader.control().specs().delete(0);
            reader.answered();
        });
    }

    /** An antenna is lost or back, and nobody is told before asking. */
    public void antennaSilently(int antenna, boolean connected) {
        reader.anyway(() -> reader.control().looks().antenna(antenna, connected));
    }

    /** An antenna's cable is cut, or whole again: it reads nothing, and the reader goes on calling it connected. */
    public void cable(int antenna, boolean whole) {
        reader.anyway(() -> reader.control().looks().cable(antenna, whole));
    }

    /** An input changes, and the client is told whether it asked for that one or not. */
    public void input(int port, boolean high) {
        reader.anyway(() -> reader.control().inputs().set(port, high));
        reader.onLoop(session -> session.tell(
                ReaderEventMessages.input(port, high, reader.control().timestamp())));
    }

    /**
     * A contact of what hangs on that output, wired back to an input that it drives from now on; the client is told of it once it has
     * asked to be.
     *
     * @param input 0 cuts the wire: the input falls
     */
    public void contact(int output, int input) {
        reader.anyway(() -> {
            int before = reader.control().inputs().drivenBy(output);
            reader.control().inputs().wire(output, input);
            reader.drive(before, false);
            reader.drive(input, reader.control().isSwitched(output));
        });
    }

    /** The reader says that something in it failed. */
    public void exception(String words) {
        reader.onLoop(session -> session.tell(
                ReaderEventMessages.exception(words, reader.control().timestamp())));
    }

    /** The report buffer fills; 100 and more: it has run over. */
    public void buffer(int percent) {
        reader.onLoop(session -> session.tell(
                ReaderEventMessages.buffer(percent, reader.control().timestamp())));
    }

    /** The reader says that it is closing the connection, and closes it. */
    public void sayGoodBye() {
        reader.onLoop(session -> {
            session.tell(ReaderEventMessages.closing(reader.control().timestamp()));
            session.close();
        });
    }

    /** From now on every byte leaves by itself, or in whole messages again. */
    public void slow(boolean slow) {
        reader.slow(slow);
    }

    /** An output that answers well and does not switch; 0 mends it. */
    public void stickOutput(int port) {
        reader.anyway(() -> reader.control().looks().stick(port));
    }

    /** Goes away, forgets everything it was told, and is back after {@code down}. Returns when it is away. */
    public void reboot(Duration down) {
        reader.away();
        reader.forget();
        Thread.ofVirtual().name("reboot").start(() -> {
            try {
                TimeUnit.NANOSECONDS.sleep(down.toNanos());
                reader.back();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Sends a message that lies. */
    public void lie(Lie lie) {
        reader.send(
                switch (lie) {
                    case TOO_SMALL -> message(MessageType.RO_ACCESS_REPORT, 9, 0, 0);
                    case TOO_LARGE -> message(MessageType.RO_ACCESS_REPORT, 0xFFFFFFFF, 0, 0);
                    case PARAMETER_BEYOND_FRAME -> message(MessageType.RO_ACCESS_REPORT, 14, 240, 64);
                    case PARAMETER_EMPTY -> message(MessageType.READER_EVENT_NOTIFICATION, 14, 246, 0);
                });
    }

    /**
     * Two messages of which nobody has heard, a report of {@code tag}, and an exception event of these {@code words}; the latter two with
     * parameters nobody knows before and behind those that everybody does ({@link #UNKNOWN_PARAMETERS}). Every length is right.
     */
    public void sayWhatNobodyKnows(TagRead tag, String words) {
        reader.send(message(1023, 14, 25_882, 1));
        reader.send(message(999, 14, NO_PARAMETER, 4));
        reader.onLoop(session -> {
            session.sendBytes(
                    UnknownParameters.report(tag.seenAt(reader.control().readerMicros())));
            session.sendBytes(
                    UnknownParameters.exception(words, reader.control().timestamp()));
        });
    }

    /** Before each answer to a request of that LLRP name another's request of the same name is refused; empty ends it. */
    public void refuseAnothersBefore(String request) {
        reader.anyway(() -> reader.control().strayBefore(request));
    }

    /** From now on every answer to a request of that LLRP name claims a parameter longer than itself; empty ends it. */
    public void lieInAnswersTo(String request) {
        reader.anyway(() -> reader.control().lieTo(request));
    }

    /** From now on requests of these LLRP names are neither done nor answered; none ends it. */
    public void ignore(String... requests) {
        reader.anyway(() -> reader.control().ignore(Set.of(requests)));
    }

    /** From now on no request of whoever connects is done or answered, while reads and KEEPALIVEs go on; or it answers again. */
    public void fallMute(boolean mute) {
        reader.anyway(() -> reader.control().fallMute(mute));
    }

    private static byte[] message(int type, int claimedBytes, int first, int second) {
        byte[] message = new byte[LlrpHeader.BYTES + 4];
        message[0] = (byte) (LlrpHeader.VERSION_1_0_1 << 2 | type >>> 8);
        message[1] = (byte) type;
        for (int i = 0; i < 4; i++) {
            message[2 + i] = (byte) (claimedBytes >>> 24 - 8 * i);
        }
        message[10] = (byte) (first >>> 8);
        message[11] = (byte) first;
        message[12] = (byte) (second >>> 8);
        message[13] = (byte) second;
        return message;
    }
}
