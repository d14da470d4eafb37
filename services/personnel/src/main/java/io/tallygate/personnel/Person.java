package io.tallygate.personnel;

import io.tallygate.commons.identity.Level;
import org.jspecify.annotations.Nullable;

/**
 * A person as they stand. {@code toString} tells the number only (logs hold no names and no clearances).
 *
 * @param username the name the person signs in with; null where they do not sign in
 * @param post free text for display
 * @param version counts the changes, from 0
 */
public record Person(
        String personNo,
        @Nullable String username,
        String name,
        String departmentCode,
        String post,
        Level clearance,
        boolean active,
        long version) {

    /** Whether this person is the account {@code account}. */
    boolean signsInAs(String account) {
        return account.equals(username);
    }

    @Override
    public String toString() {
        return "Person[" + personNo + "]";
    }
}
