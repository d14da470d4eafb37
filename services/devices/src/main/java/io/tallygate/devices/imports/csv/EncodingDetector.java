package io.tallygate.devices.imports.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Optional;

/**
 * Finds the encoding of a whole file by reading it strictly: what a BOM says, else UTF-8, else GB18030. Chinese text in one of the two
 * is practically never valid in the order tried. A character cut off at the very end is not held against a file: it was cut there.
 */
public final class EncodingDetector {

    /** Opens the file from its beginning. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** @param lines how many line ends it has */
    public record Detected(TextEncoding encoding, long lines) {}

    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_CHARACTER = 4;

    private EncodingDetector() {}

    /** Empty when it is no text in any of them. */
    public static Optional<Detected> detect(Source source) throws IOException {
        for (TextEncoding candidate : candidates(source)) {
            Optional<Detected> detected = read(source, candidate);
            if (detected.isPresent()) {
                return detected;
            }
        }
        return Optional.empty();
    }

    private static List<TextEncoding> candidates(Source source) throws IOException {
        byte[] head;
        try (InputStream file = source.open()) {
            head = file.readNBytes(3);
        }
        int first = head.length > 0 ? head[0] & 0xff : -1;
        int second = head.length > 1 ? head[1] & 0xff : -1;
        int third = head.length > 2 ? head[2] & 0xff : -1;
        if (first == 0xef && second == 0xbb && third == 0xbf) {
            return List.of(TextEncoding.UTF_8_WITH_BOM);
        }
        if (first == 0xfe && second == 0xff) {
            return List.of(TextEncoding.UTF_16BE);
        }
        return first == 0xff && second == 0xfe
                ? List.of(TextEncoding.UTF_16LE)
                : List.of(TextEncoding.UTF_8, TextEncoding.GB18030);
    }

    private static Optional<Detected> read(Source source, TextEncoding encoding) throws IOException {
        CharsetDecoder decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        long lines = 0;
        try (InputStream file = source.open()) {
            file.skipNBytes(encoding.bomLength());
            int read;
            while ((read = file.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0) {
                bytes.position(bytes.position() + read).flip();
                CoderResult result = decoder.decode(bytes, characters.clear(), false);
                if (result.isError() || holdsNul(characters.flip())) {
                    return Optional.empty();
                }
                lines += characters
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
                bytes.compact();
            }
        }
        return bytes.position() < LONGEST_CHARACTER ? Optional.of(new Detected(encoding, lines)) : Optional.empty();
    }

    /** No text holds it, and much that is no text does. */
    private static boolean holdsNul(CharBuffer characters) {
        return characters.chars().anyMatch(character -> character == 0);
    }
}
