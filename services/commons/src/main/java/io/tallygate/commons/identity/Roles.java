package io.tallygate.commons.identity;

import io.tallygate.commons.problem.Refusal;
import java.util.Optional;
import java.util.Set;

/** Realm roles as Keycloak puts them into tokens. */
public final class Roles {

    public static final String IT_STAFF = "it-staff";
    public static final String SECRECY_OFFICER = "secrecy-officer";
    public static final String LEADER = "leader";
    public static final String FACILITY_MANAGER = "facility-manager";
    public static final String MEMBER = "member";
    public static final String GUARD = "guard";
    public static final String SYSTEM_ADMIN = "system-admin";
    public static final String SECURITY_ADMIN = "security-admin";
    public static final String AUDITOR = "auditor";

    private static final Set<String> EVERY_DEPARTMENT = Set.of(IT_STAFF, SECRECY_OFFICER, LEADER, FACILITY_MANAGER);

    private static final Refusal JOINED_DUTIES = Refusal.of(
            403,
            "SEPARATION_OF_DUTIES",
            "The auditor cannot be an administrator: this account holds roles that exclude each other.");

    private Roles() {}

    static boolean seesEveryDepartment(Set<String> roles) {
        return roles.stream().anyMatch(EVERY_DEPARTMENT::contains);
    }

    static boolean seesOwnDepartment(Set<String> roles) {
        return roles.contains(MEMBER);
    }

    /** The refusal of a token that joins the auditor with an administrator (A4, 三员分立). */
    public static Optional<Refusal> joinedDuties(Set<String> roles) {
        boolean joined = roles.contains(AUDITOR) && (roles.contains(SYSTEM_ADMIN) || roles.contains(SECURITY_ADMIN));
        return joined ? Optional.of(JOINED_DUTIES) : Optional.empty();
    }
}
