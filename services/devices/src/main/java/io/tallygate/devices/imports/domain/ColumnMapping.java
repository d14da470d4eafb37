package io.tallygate.devices.imports.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the caller says of the columns, where their names do not say it themselves.
 *
 * @param columns names of columns by the field they are
 * @param ignored names of columns that are to be left out
 */
public record ColumnMapping(Map<ImportField, String> columns, Set<String> ignored) {

    public ColumnMapping {
        columns = Map.copyOf(columns);
        ignored = ignored.stream().map(ImportField::folded).collect(Collectors.toUnmodifiableSet());
    }

    boolean ignores(String column) {
        return ignored.contains(ImportField.folded(column));
    }

    /** What it says a column is; names are compared as {@link ImportField#named} does. */
    Optional<ImportField> fieldOf(String column) {
        String folded = ImportField.folded(column);
        return columns.entrySet().stream()
                .filter(entry -> ImportField.folded(entry.getValue()).equals(folded))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether it names a column for this field, so that a column's own name no longer counts. */
    boolean decides(ImportField field) {
        return columns.containsKey(field);
    }
}
