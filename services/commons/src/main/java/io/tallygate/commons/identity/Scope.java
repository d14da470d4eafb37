package io.tallygate.commons.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the ledger somebody may see: departments, and levels up to a rank. Queries filter by it, and row-level security
 * filters again.
 *
 * @param everyDepartment whether all departments are seen
 * @param departmentCode the one department seen; null when all are, or none
 * @param clearanceRank highest level rank seen; 0 sees nothing
 */
public record Scope(boolean everyDepartment, @Nullable String departmentCode, int clearanceRank) {

    private static final Scope NOTHING = new Scope(false, null, 0);
    private static final Scope EVERYTHING = new Scope(true, null, Integer.MAX_VALUE);

    /** Sees no ledger content: administrators, auditors, guards. */
    public static Scope nothing() {
        return NOTHING;
    }

    /** The system itself, when it follows events. Never a person's. */
    public static Scope everything() {
        return EVERYTHING;
    }

    public static Scope everyDepartment(Level clearance) {
        return new Scope(true, null, clearance.rank());
    }

    public static Scope department(String code, Level clearance) {
        return new Scope(false, code, clearance.rank());
    }

    /** The scope that roles, department and clearance give (interface: demo users). */
    public static Scope of(Set<String> roles, PersonView person) {
        if (Roles.seesEveryDepartment(roles)) {
            return everyDepartment(person.clearance());
        }
        return Roles.seesOwnDepartment(roles) ? department(person.departmentCode(), person.clearance()) : NOTHING;
    }

    public boolean covers(@Nullable String department, int levelRank) {
        return levelRank <= clearanceRank && coversDepartment(department);
    }

    public boolean coversDepartment(@Nullable String department) {
        return everyDepartment || (departmentCode != null && departmentCode.equals(department));
    }
}
