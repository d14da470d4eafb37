package io.tallygate.devices.imports.csv;

import java.util.List;

/** A row of the file, numbered as a spreadsheet does: the first is 1. */
public sealed interface CsvRow {

    long number();

    record Cells(long number, List<String> cells) implements CsvRow {}

    /** A row that cannot be read; the rest of the file can. */
    record Unreadable(long number, String code, String message, String text) implements CsvRow {}
}
