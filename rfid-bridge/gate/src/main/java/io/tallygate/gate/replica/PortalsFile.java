package io.tallygate.gate.replica;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The portals once more, beside the replica: when the replica is lost while Kafka is away, this tells which readers to watch and
 * what each portal's fail mode is. A gate that has forgotten its readers could not fail secure.
 *
 * <p>On disk: {@code int} CRC-32C of the rest, {@code int} count, then key and value of each, with their lengths. Written aside
 * and moved into place.
 */
final class PortalsFile {
    private static final Logger LOG = LoggerFactory.getLogger(PortalsFile.class);
    private static final int MOST_PORTALS = 100_000;

    private final Path file;

    PortalsFile(Path file) {
        this.file = file;
    }

    /** Best effort: the replica has them too, so a disk that refuses is told of and nothing else. */
    void write(Map<String, byte[]> portals) {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            byte[] body = encode(portals);
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + body.length)
                    .putInt(checksum(body))
                    .put(body)
                    .flip();
            try (FileChannel out = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error("the portals cannot be kept beside the replica", e);
        }
    }

    /** By code; none when there is no file or it is damaged. */
    Map<String, byte[]> read() {
        try {
            if (!Files.exists(file)) {
                return Map.of();
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            int checksum = bytes.getInt();
            byte[] body = new byte[bytes.remaining()];
            bytes.get(body);
            if (checksum(body) != checksum) {
                LOG.error("the portals kept beside the replica are damaged, too");
                return Map.of();
            }
            return decode(body);
        } catch (IOException | java.nio.BufferUnderflowException e) {
            LOG.error("the portals kept beside the replica cannot be read", e);
            return Map.of();
        }
    }

    private static byte[] encode(Map<String, byte[]> portals) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(portals.size());
        for (Map.Entry<String, byte[]> portal : portals.entrySet()) {
            out.writeUTF(portal.getKey());
            out.writeInt(portal.getValue().length);
            out.write(portal.getValue());
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> decode(byte[] body) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
        Map<String, byte[]> portals = new LinkedHashMap<>();
        int count = Math.min(in.readInt(), MOST_PORTALS);
        for (int i = 0; i < count; i++) {
            String key = in.readUTF();
            portals.put(key, in.readNBytes(in.readInt()));
        }
        return portals;
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
