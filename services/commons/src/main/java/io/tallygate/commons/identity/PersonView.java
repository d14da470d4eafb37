package io.tallygate.commons.identity;

/** A person as other services know them. {@code toString} tells the number only (logs hold no names and no clearances). */
public record PersonView(
        String personNo, String username, String name, String departmentCode, Level clearance, boolean active) {

    @Override
    public String toString() {
        return "PersonView[" + personNo + "]";
    }
}
