package io.tallygate.devices.imports.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Physical lines of bounded length, with the possibility to put some back. */
final class LineReader {

    /** @param tooLong whether the rest of it was left out */
    record Line(String text, boolean tooLong) {}

    private final Reader reader;
    private final int longest;
    private final Deque<Line> putBack = new ArrayDeque<>();
    private boolean afterReturn;

    LineReader(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    /** The next line without its end; null after the last. */
    @Nullable
    Line next() throws IOException {
        return putBack.isEmpty() ? read() : putBack.pop();
    }

    /** The next lines will be these again. */
    void putBack(List<Line> lines) {
        lines.reversed().forEach(putBack::push);
    }

    private @Nullable Line read() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        boolean any = false;
        int character;
        while ((character = reader.read()) >= 0) {
            boolean secondHalf = afterReturn && character == '\n';
            afterReturn = character == '\r';
            if (secondHalf) {
                continue;
            }
            any = true;
            if (character == '\n' || character == '\r') {
                return new Line(text.toString(), tooLong);
            }
            tooLong |= text.length() >= longest;
            if (!tooLong) {
                text.append((char) character);
            }
        }
        return any ? new Line(text.toString(), tooLong) : null;
    }
}
