package io.tallygate.devices.imports.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallygate.commons.problem.Violations;
import io.tallygate.devices.imports.domain.ColumnMapping;
import io.tallygate.devices.imports.domain.ImportField;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mapping as JSON: {@code {"name": "设备名称", "tag.epc": "标签号", "ignore": ["备注"]}} says which column a field is in, and which columns
 * are to be left out.
 */
@Singleton
public class MappingJson {

    private static final String IGNORE = "ignore";
    private static final String MAPPING = "mapping";

    private final ObjectMapper json;

    public MappingJson(ObjectMapper json) {
        this.json = json;
    }

    /** @throws io.tallygate.commons.problem.RefusalException 400 with every entry that is no field of ours or has the wrong shape */
    public ColumnMapping read(String text) {
        Violations violations = new Violations();
        Map<ImportField, String> columns = new EnumMap<>(ImportField.class);
        Set<String> ignored = new HashSet<>();
        parse(text, violations).properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            Optional<ImportField> field = ImportField.named(entry.getKey());
            if (entry.getKey().equals(IGNORE) && value.isArray()) {
                value.forEach(column -> ignored.add(column.asText()));
            } else if (field.isEmpty()) {
                violations.add(MAPPING + "." + entry.getKey(), "UNKNOWN_FIELD", "There is no such field");
            } else if (value.isTextual() && !value.textValue().isBlank()) {
                columns.put(field.get(), value.textValue());
            } else {
                violations.add(MAPPING + "." + entry.getKey(), "MALFORMED", "The name of a column is text");
            }
        });
        violations.asInvalidRequest().ifPresent(refusal -> {
            throw refusal.asException();
        });
        return new ColumnMapping(columns, ignored);
    }

    private JsonNode parse(String text, Violations violations) {
        try {
            JsonNode document = json.readTree(text);
            violations.addIf(!document.isObject(), MAPPING, "MALFORMED", "A mapping is a JSON object");
            return document;
        } catch (JsonProcessingException e) {
            violations.add(MAPPING, "MALFORMED", "A mapping is a JSON object");
            return json.createObjectNode();
        }
    }
}
