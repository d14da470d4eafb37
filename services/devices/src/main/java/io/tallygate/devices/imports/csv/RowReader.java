package io.tallygate.devices.imports.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import io.tallygate.devices.imports.csv.LineReader.Line;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a file that may be damaged. FastCSV reads what is in a row, but where rows end is decided here: to a parser one missing
 * quote makes a single cell of all that follows, while here it costs the row it is in, and the next line begins a new one.
 */
public final class RowReader {

    /** Bounds of what is held in memory: characters of a line and of a row, lines of a row. */
    public record Bounds(int line, int row, int lines) {

        public static final Bounds DEFAULT = new Bounds(32_768, 65_536, 50);
    }

    private static final CsvReaderBuilder CSV = CsvReader.builder().skipEmptyLines(false);

    private final LineReader lines;
    private final Bounds bounds;
    private int width;
    private long number;

    public RowReader(Reader reader, Bounds bounds) {
        this.lines = new LineReader(reader, bounds.line());
        this.bounds = bounds;
    }

    /** Says how many cells each row from here on must have. */
    public void expect(int cells) {
        this.width = cells;
    }

    /** The next row that is not blank; null after the last. */
    public @Nullable CsvRow next() throws IOException {
        Line line = lines.next();
        while (line != null) {
            number++;
            CsvRow row = row(line);
            if (row != null) {
                return row;
            }
            line = lines.next();
        }
        return null;
    }

    private @Nullable CsvRow row(Line first) throws IOException {
        if (first.tooLong()) {
            return unreadable("LINE_TOO_LONG", "A line has at most " + bounds.line() + " characters", first);
        }
        List<Line> further = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        QuoteScan scan = QuoteScan.OUTSIDE.over(first.text());
        while (scan == QuoteScan.INSIDE) {
            Line line = further.size() < bounds.lines() && text.length() < bounds.row() ? lines.next() : null;
            if (line == null) {
                return cutOff(first, further);
            }
            further.add(line);
            text.append('\n').append(line.text());
            scan = line.tooLong() ? QuoteScan.BROKEN : scan.over(line.text());
        }
        return scan == QuoteScan.BROKEN ? cutOff(first, further) : cells(first, further, text.toString());
    }

    private @Nullable CsvRow cells(Line first, List<Line> further, String text) {
        if (text.isBlank()) {
            return null;
        }
        List<String> cells = CSV.ofSingleCsvRecord(text).getFields();
        if (width > 0 && cells.stream().allMatch(String::isBlank)) {
            // Spreadsheets write rows of nothing but commas for lines that were once used.
            return null;
        }
        boolean damaged = text.indexOf('\ufffd') >= 0;
        return damaged || (width > 0 && cells.size() != width)
                ? cutOff(first, further)
                : new CsvRow.Cells(number, cells);
    }

    private CsvRow cutOff(Line first, List<Line> further) {
        lines.putBack(further);
        return unreadable(
                "TRUNCATED_ROW", "The row does not have the header's number of cells, each of them whole", first);
    }

    private CsvRow unreadable(String code, String message, Line line) {
        return new CsvRow.Unreadable(number, code, message, line.text());
    }
}
