package io.tallygate.personnel;

import io.tallygate.commons.identity.Level;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to become different; null leaves a thing as it is.
 *
 * @param username the empty text takes the account away
 */
public record PersonChange(
        @Nullable String username,
        @Nullable String name,
        @Nullable String departmentCode,
        @Nullable String post,
        @Nullable Level clearance,
        @Nullable Boolean active) {

    Person appliedTo(Person person) {
        return new Person(
                person.personNo(),
                username == null ? person.username() : username.isEmpty() ? null : username,
                Objects.requireNonNullElse(name, person.name()),
                Objects.requireNonNullElse(departmentCode, person.departmentCode()),
                Objects.requireNonNullElse(post, person.post()),
                Objects.requireNonNullElse(clearance, person.clearance()),
                Objects.requireNonNullElse(active, person.active()),
                person.version());
    }

    @Override
    public String toString() {
        return "PersonChange[redacted]";
    }
}
