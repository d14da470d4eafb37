package io.tallygate.commons.identity;

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

    private Roles() {}

    static boolean seesEveryDepartment(Set<String> roles) {
        return roles.stream().anyMatch(EVERY_DEPARTMENT::contains);
    }

    static boolean seesOwnDepartment(Set<String> roles) {
        return roles.contains(MEMBER);
    }

    /** Auditor and either administrator in one token (A4, 三员分立). */
    public static boolean joinsSeparatedDuties(Set<String> roles) {
        return roles.contains(AUDITOR) && (roles.contains(SYSTEM_ADMIN) || roles.contains(SECURITY_ADMIN));
    }
}
