package io.tallygate.devices.imports.domain;

import java.util.List;

/**
 * Why a whole import failed.
 *
 * @param columns the columns at fault, empty when it is not about columns
 */
public record ImportProblem(String code, String message, List<String> columns) {

    public ImportProblem {
        columns = List.copyOf(columns);
    }

    public static ImportProblem of(String code, String message) {
        return new ImportProblem(code, message, List.of());
    }

    public static ImportProblem unreadableEncoding() {
        return of("UNREADABLE_ENCODING", "The file is neither UTF-8, UTF-16 nor GB18030 text.");
    }

    public static ImportProblem noHeader() {
        return of("NO_HEADER", "The first row does not name columns.");
    }

    public static ImportProblem tooManyRows(int limit) {
        return of("TOO_MANY_ROWS", "A file holds at most " + limit + " rows; split it.");
    }

    /** Something broke on our side, again and again. */
    public static ImportProblem interrupted() {
        return of("INTERRUPTED", "The import could not be carried on; what it had accepted stays accepted.");
    }
}
