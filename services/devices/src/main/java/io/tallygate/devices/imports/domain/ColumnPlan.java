package io.tallygate.devices.imports.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which column is which field.
 *
 * @param width how many cells each row must have
 */
public record ColumnPlan(Map<ImportField, Integer> columns, int width) {

    /** A header understood, or why it is not. */
    public sealed interface Reading {

        record Understood(ColumnPlan plan) implements Reading {}

        record Refused(ImportProblem problem) implements Reading {}
    }

    public ColumnPlan {
        columns = Map.copyOf(columns);
    }

    /**
     * Reads a header. NO_HEADER when it names nothing that we know, UNKNOWN_COLUMNS, DUPLICATE_COLUMNS and MISSING_COLUMNS with their
     * names.
     */
    public static Reading read(List<String> header, ColumnMapping mapping) {
        Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
        List<String> unknown = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (int index = 0; index < header.size(); index++) {
            String name = header.get(index).strip();
            Optional<ImportField> field = fieldOf(name, mapping);
            if (field.isPresent()) {
                if (columns.putIfAbsent(field.get(), index) != null) {
                    twice.add(name);
                }
            } else if (!mapping.ignores(name)) {
                unknown.add(name);
            }
        }
        return columns.isEmpty()
                ? new Reading.Refused(ImportProblem.noHeader())
                : judged(new ColumnPlan(columns, header.size()), unknown, twice);
    }

    private static Reading judged(ColumnPlan plan, List<String> unknown, List<String> twice) {
        if (!unknown.isEmpty()) {
            return refused("UNKNOWN_COLUMNS", "These columns are not known; map or ignore them.", unknown);
        }
        if (!twice.isEmpty()) {
            return refused("DUPLICATE_COLUMNS", "These columns say again what another one says.", twice);
        }
        List<String> missing = Stream.of(ImportField.values())
                .filter(field -> field.required() && !plan.columns.containsKey(field))
                .map(ImportField::path)
                .toList();
        return missing.isEmpty()
                ? new Reading.Understood(plan)
                : refused("MISSING_COLUMNS", "These fields have no column.", missing);
    }

    private static Optional<ImportField> fieldOf(String name, ColumnMapping mapping) {
        if (mapping.ignores(name)) {
            return Optional.empty();
        }
        return mapping.fieldOf(name).or(() -> ImportField.named(name).filter(field -> !mapping.decides(field)));
    }

    private static Reading refused(String code, String message, List<String> columns) {
        return new Reading.Refused(new ImportProblem(code, message, columns));
    }

    /** The cell of a field; empty text when there is no such column. */
    public String cell(List<String> cells, ImportField field) {
        Integer index = columns.get(field);
        return index == null ? "" : cells.get(index);
    }
}
