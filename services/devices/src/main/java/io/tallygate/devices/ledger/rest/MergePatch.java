package io.tallygate.devices.ledger.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Violations;
import io.tallygate.devices.ledger.domain.DeviceChange;
import io.tallygate.devices.ledger.domain.DeviceField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads an RFC 7396 merge patch of a device. */
final class MergePatch {

    private static final String REASON = "reason";
    private static final String TAG = "tag";
    private static final int REASON_LENGTH = 500;

    private final Violations violations = new Violations();
    private final Map<DeviceField, Optional<String>> values = new EnumMap<>(DeviceField.class);

    private MergePatch() {}

    /** The change it asks for, or 400 with every field that cannot be changed or has the wrong shape. */
    static Outcome<DeviceChange> read(JsonNode document) {
        return new MergePatch().change(document);
    }

    private Outcome<DeviceChange> change(JsonNode document) {
        if (!document.isObject()) {
            violations.add("", "MALFORMED", "A change is a JSON object");
        }
        String reason = document.path(REASON).isTextual()
                ? document.path(REASON).textValue().strip()
                : null;
        violations.requireText(REASON, reason, REASON_LENGTH);
        document.properties().stream()
                .filter(field -> !field.getKey().equals(REASON))
                .forEach(field -> take(field.getKey(), field.getValue()));
        return violations
                .asInvalidRequest()
                .<Outcome<DeviceChange>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new DeviceChange(values, String.valueOf(reason))));
    }

    private void take(String path, JsonNode value) {
        if (!path.equals(TAG)) {
            takeText(path, value);
        } else if (value.isNull()) {
            values.put(DeviceField.EPC, Optional.empty());
            values.put(DeviceField.TID, Optional.empty());
        } else if (value.isObject()) {
            value.properties().forEach(part -> takeText(TAG + "." + part.getKey(), part.getValue()));
        } else {
            violations.add(TAG, "MALFORMED", "A tag is an object or null");
        }
    }

    private void takeText(String path, JsonNode value) {
        Optional<DeviceField> field = DeviceField.ofPath(path);
        if (field.isEmpty()) {
            violations.add(path, "NOT_CHANGEABLE", "This cannot be changed");
        } else if (value.isNull() || value.isTextual()) {
            values.put(field.get(), Optional.ofNullable(value.textValue()));
        } else {
            violations.add(path, "MALFORMED", "This must be text");
        }
    }
}
