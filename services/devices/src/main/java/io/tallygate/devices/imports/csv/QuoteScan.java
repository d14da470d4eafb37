package io.tallygate.devices.imports.csv;

/** Where a line leaves the quotes that it or an earlier line opened (RFC 4180). */
enum QuoteScan {
    /** The row ends with the line. */
    OUTSIDE,
    /** A quoted cell goes on in the next line. */
    INSIDE,
    /** Text follows a closing quote: these are not the quotes of one row. */
    BROKEN;

    /** Scans a line that begins {@code this} way. */
    QuoteScan over(String line) {
        boolean inside = this == INSIDE;
        boolean cellBegins = !inside;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (inside) {
                if (character == '"') {
                    if (next(line, i) == '"') {
                        i++;
                    } else if (next(line, i) == ',') {
                        inside = false;
                    } else {
                        return BROKEN;
                    }
                }
            } else {
                inside = cellBegins && character == '"';
                cellBegins = character == ',';
            }
        }
        return inside ? INSIDE : OUTSIDE;
    }

    /** The end of a line is as good as a comma. */
    private static char next(String line, int index) {
        return index + 1 < line.length() ? line.charAt(index + 1) : ',';
    }
}
