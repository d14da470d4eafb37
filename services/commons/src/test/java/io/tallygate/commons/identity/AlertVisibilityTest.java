package io.tallygate.commons.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertVisibilityTest {

    private static final int SECRET = Level.SECRET.rank();
    private static final int TOP_SECRET = Level.TOP_SECRET.rank();

    /** Everybody here is of RD and cleared to SECRET; each column is one kind of report. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # role,            own SECRET, own TOP_SECRET, other SECRET, unledgered, portal
            guard,             true,       true,           true,         true,       true
            secrecy-officer,   true,       false,          true,         true,       true
            leader,            true,       false,          true,         true,       true
            facility-manager,  true,       false,          true,         true,       true
            it-staff,          true,       false,          true,         false,      false
            member,            true,       false,          false,        false,      false
            system-admin,      false,      false,          false,        false,      true
            security-admin,    false,      false,          false,        false,      false
            auditor,           false,      false,          false,        false,      false
            nothing-we-know,   false,      false,          false,        false,      false
            """)
    void shouldShowEachRoleItsPart(
            String role, boolean own, boolean ownAbove, boolean other, boolean unledgered, boolean portal) {
        AlertVisibility visibility = visibilityOf(role);

        assertThat(visibility.coversTag("RD", SECRET)).isEqualTo(own);
        assertThat(visibility.coversTag("RD", TOP_SECRET)).isEqualTo(ownAbove);
        assertThat(visibility.coversTag("OPS", SECRET)).isEqualTo(other);
        assertThat(visibility.coversTag(null, 0)).isEqualTo(unledgered);
        assertThat(visibility.coversTag("", 0)).isEqualTo(unledgered);
        assertThat(visibility.coversPortal()).isEqualTo(portal);
    }

    @Test
    void shouldShowTheUnionOfSeveralRoles() {
        AlertVisibility visibility = visibilityOf(Roles.MEMBER, Roles.SYSTEM_ADMIN);

        assertThat(visibility.coversTag("RD", SECRET)).isTrue();
        assertThat(visibility.coversPortal()).isTrue();
        assertThat(visibility.coversTag("OPS", SECRET)).isFalse();
    }

    @Test
    void shouldShowNothingToDutiesThatExcludeEachOther() {
        AlertVisibility visibility = visibilityOf(Roles.AUDITOR, Roles.SYSTEM_ADMIN, Roles.GUARD);

        assertThat(visibility.coversTag("RD", 1)).isFalse();
        assertThat(visibility.coversTag(null, 0)).isFalse();
        assertThat(visibility.coversPortal()).isFalse();
    }

    private static AlertVisibility visibilityOf(String... roles) {
        PersonView person = new PersonView("P0101", "member.rd", "name", "RD", Level.SECRET, true);
        return AlertVisibility.of(Set.of(roles), Scope.of(Set.of(roles), person));
    }
}
