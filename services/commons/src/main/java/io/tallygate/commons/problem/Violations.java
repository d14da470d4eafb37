package io.tallygate.commons.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a request, so that a person is told all of it at once. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    public Violations add(String field, String code, String message) {
        found.add(new Violation(field, code, message));
        return this;
    }

    /** Adds the violation when {@code wrong}. */
    public Violations addIf(boolean wrong, String field, String code, String message) {
        return wrong ? add(field, code, message) : this;
    }

    /** REQUIRED when absent or blank, TOO_LONG when over {@code maxLength} characters. */
    public Violations requireText(String field, @Nullable String value, int maxLength) {
        if (value == null || value.isBlank()) {
            return add(field, "REQUIRED", field + " is required");
        }
        return optionalText(field, value, maxLength);
    }

    /** TOO_LONG when over {@code maxLength} characters, CONTROL_CHARACTER when it holds one. */
    public Violations optionalText(String field, @Nullable String value, int maxLength) {
        if (value == null) {
            return this;
        }
        addIf(value.length() > maxLength, field, "TOO_LONG", field + " is longer than " + maxLength + " characters");
        return addIf(
                value.chars().anyMatch(Character::isISOControl),
                field,
                "CONTROL_CHARACTER",
                field + " holds a control character");
    }

    /** REQUIRED when {@code value} is null. */
    public Violations requirePresent(String field, @Nullable Object value) {
        return addIf(value == null, field, "REQUIRED", field + " is required");
    }

    /** {@code code} when {@code value} is there and does not match. */
    public Violations requireMatch(String field, @Nullable String value, Pattern pattern, String code, String message) {
        return addIf(value != null && !pattern.matcher(value).matches(), field, code, message);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> list() {
        return List.copyOf(found);
    }

    /** A 400 INVALID_REQUEST with everything found, or empty when nothing is wrong. */
    public Optional<Refusal> asInvalidRequest() {
        return isEmpty() ? Optional.empty() : Optional.of(Refusal.invalid(list()));
    }

    /** A 422 RULE_VIOLATED with everything found, or empty when nothing is wrong. */
    public Optional<Refusal> asRuleViolation() {
        return isEmpty() ? Optional.empty() : Optional.of(Refusal.ruleViolated(list()));
    }
}
