package io.tallygate.standalone.supervise;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a part's log, for telling why it did not come up. */
final class LogTail {
    private static final int WINDOW_BYTES = 64 * 1024;
    private static final int LINES = 6;
    private static final long KEPT_BYTES = 32L * 1024 * 1024;
    private static final Pattern TELLING =
            Pattern.compile("ERROR|FATAL|Exception|Error:|Caused by|[Aa]ddress already in use|[Cc]annot|[Ff]ailed");
    private static final Pattern STACK = Pattern.compile("^\\s+at |^\\s*\\.\\.\\. \\d+ more");

    private LogTail() {}

    /** The last lines that tell of an error; the last lines of any kind when none does. */
    static List<String> errors(Path log, long fromByte) {
        List<String> lines = lastLines(log, fromByte).stream()
                .filter(line -> !line.isBlank() && !STACK.matcher(line).find())
                .toList();
        List<String> telling =
                lines.stream().filter(line -> TELLING.matcher(line).find()).toList();
        return end(telling.isEmpty() ? lines : telling);
    }

    private static List<String> end(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }

    private static List<String> lastLines(Path log, long fromByte) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(fromByte, file.length() - WINDOW_BYTES);
            byte[] window = new byte[(int) Math.max(0, file.length() - start)];
            file.seek(start);
            file.readFully(window);
            return new String(window, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of("(its log cannot be read: " + e.getMessage() + ")");
        }
    }

    /** Puts a log that has grown large aside, in place of the one put aside before. Its writer goes on writing. */
    static void trim(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > KEPT_BYTES) {
                Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
                    file.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
