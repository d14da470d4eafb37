package io.tallygate.llrp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tallygate.llrp.frame.LlrpHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Message bodies recorded from a live reader, beside the project: {@code ../shared/llrp} from its root. */
public final class RecordedFrames {

    private static final Path FOLDER = Path.of("../../../shared/llrp");

    private RecordedFrames() {}

    /** One recording; shows as its file's name. */
    public record Recording(String name) {

        public byte[] body() throws IOException {
            return Files.readAllBytes(FOLDER.resolve(name + ".bytes"));
        }

        public JsonNode decoded() throws IOException {
            return new ObjectMapper().readTree(FOLDER.resolve(name + ".json").toFile());
        }

        /** The whole message. */
        public ByteBuf frame(int type) throws IOException {
            byte[] body = body();
            ByteBuf out = Unpooled.buffer();
            LlrpHeader.write(out, type, body.length, 1);
            return out.writeBytes(body);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Recordings whose name starts so; a test over them is aborted with a message, not passed, where the folder is absent. */
    public static List<Recording> startingWith(String prefix) {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "recorded frames are not there: " + FOLDER.toAbsolutePath().normalize());
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.startsWith(prefix) && it.endsWith(".bytes"))
                    .map(it -> new Recording(it.substring(0, it.length() - ".bytes".length())))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
