package io.tallygate.devices.imports.domain;

/**
 * One reason why a row was not taken.
 *
 * @param row as a spreadsheet counts: the header is 1
 * @param field JSON path of our field, empty when the row as a whole is at fault
 * @param value what stood there, cut to {@value #VALUE_LENGTH} characters
 */
public record Rejection(long row, String field, String code, String message, String value) {

    static final int VALUE_LENGTH = 200;

    public Rejection {
        value = value.length() > VALUE_LENGTH ? value.substring(0, VALUE_LENGTH) : value;
        // PostgreSQL's text cannot hold it, and no reader needs it.
        value = value.replace('\0', '\ufffd');
    }
}
