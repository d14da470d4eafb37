package io.tallygate.personnel.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.personnel.Person;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as clients see them. */
@Schema(requiredProperties = {"personNo", "name", "departmentCode", "post", "clearance", "active", "version"})
public record PersonView(
        String personNo,
        @Nullable String username,
        String name,
        String departmentCode,
        String post,
        Level clearance,
        boolean active,
        long version) {

    static PersonView of(Person person) {
        return new PersonView(
                person.personNo(),
                person.username(),
                person.name(),
                person.departmentCode(),
                person.post(),
                person.clearance(),
                person.active(),
                person.version());
    }

    @Override
    public String toString() {
        return "PersonView[" + personNo + "]";
    }
}
