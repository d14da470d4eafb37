package io.tallygate.commons.identity;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one person may see of what the gates report: crossings, incidents, portal health. The one place of this rule, for lists,
 * single answers and the live stream alike.
 *
 * <table>
 * <caption>Who sees what</caption>
 * <tr><th>role</th><th>tags in the ledger</th><th>tags not in it</th><th>portals</th></tr>
 * <tr><td>guard</td><td>all: what they are shown carries no title</td><td>yes</td><td>yes</td></tr>
 * <tr><td>secrecy officer, leader, facility manager</td><td>every department, up to the clearance</td><td>yes</td><td>yes</td></tr>
 * <tr><td>IT staff</td><td>every department, up to the clearance</td><td>no</td><td>no</td></tr>
 * <tr><td>member</td><td>own department, up to the clearance</td><td>no</td><td>no</td></tr>
 * <tr><td>system administrator</td><td>none</td><td>no</td><td>yes</td></tr>
 * <tr><td>security administrator, auditor</td><td>none</td><td>no</td><td>no</td></tr>
 * </table>
 *
 * <p>Several roles see what any one of them sees.
 *
 * @param everyTag every tag, in the ledger or not, whatever its level
 * @param unledgeredTags tags of which the ledger knows nothing: nobody's department
 * @param portals what is about a portal and no tag
 * @param scope tags in the ledger, by department and level
 */
public record AlertVisibility(boolean everyTag, boolean unledgeredTags, boolean portals, Scope scope) {

    private static final Set<String> HANDLERS =
            Set.of(Roles.GUARD, Roles.SECRECY_OFFICER, Roles.LEADER, Roles.FACILITY_MANAGER);
    private static final Set<String> PORTAL_WATCHERS =
            Set.of(Roles.GUARD, Roles.SECRECY_OFFICER, Roles.LEADER, Roles.FACILITY_MANAGER, Roles.SYSTEM_ADMIN);

    /** The visibility that these roles and this scope give; roles that exclude each other (A4) see nothing. */
    public static AlertVisibility of(Collection<String> roles, Scope scope) {
        Set<String> held = Set.copyOf(roles);
        if (Roles.joinedDuties(held).isPresent()) {
            return new AlertVisibility(false, false, false, Scope.nothing());
        }
        return new AlertVisibility(
                held.contains(Roles.GUARD),
                held.stream().anyMatch(HANDLERS::contains),
                held.stream().anyMatch(PORTAL_WATCHERS::contains),
                scope);
    }

    /**
     * Whether what is about a tag is seen.
     *
     * @param department the item's; null or empty, as events carry it, for a tag that is not in the ledger
     * @param levelRank the item's, from 1; 0 for a tag that is not in the ledger
     */
    public boolean coversTag(@Nullable String department, int levelRank) {
        if (everyTag) {
            return true;
        }
        return department == null || department.isEmpty() ? unledgeredTags : scope.covers(department, levelRank);
    }

    /** Whether what is about a portal and no tag is seen: its health, its blindness. */
    public boolean coversPortal() {
        return portals;
    }
}
