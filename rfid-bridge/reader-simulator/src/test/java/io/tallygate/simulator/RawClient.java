package io.tallygate.simulator;

import io.netty.buffer.Unpooled;
import io.tallygate.llrp.control.ControlCodec;
import io.tallygate.llrp.control.ReaderStatus;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.llrp.ltk.types.LLRPMessage;

/** A client that asks whatever it is told to, one message after the other. */
final class RawClient implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();
    private static final int HEADER_BYTES = 10;

    private final Socket socket;
    private final DataInputStream in;

    /** Connects and takes the greeting. */
    RawClient(SimulatedReader reader) throws IOException {
        socket = new Socket("127.0.0.1", reader.port());
        socket.setSoTimeout(30_000);
        in = new DataInputStream(socket.getInputStream());
        read();
    }

    /** The next message, header included. */
    byte[] read() throws IOException {
        byte[] header = in.readNBytes(HEADER_BYTES);
        int length = ByteBuffer.wrap(header).getInt(2);
        return ByteBuffer.allocate(length)
                .put(header)
                .put(in.readNBytes(length - HEADER_BYTES))
                .array();
    }

    /** The next message in hexadecimal digits of capital letters. */
    String readHex() throws IOException {
        return HEX.withUpperCase().formatHex(read());
    }

    /** @param request in hexadecimal digits */
    byte[] answerTo(String request) throws IOException {
        socket.getOutputStream().write(HEX.parseHex(request));
        return read();
    }

    ReaderStatus statusAfter(String request) throws IOException {
        return ReaderStatus.of(
                ControlCodec.decode(Unpooled.wrappedBuffer(answerTo(request))).message());
    }

    ReaderStatus statusAfter(LLRPMessage request) throws IOException {
        return statusAfter(HEX.formatHex(ControlCodec.encode(request, 1)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
