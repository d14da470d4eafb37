package io.tallygate.standalone;

import java.nio.file.Path;

/** What to do next, once everything is ready. */
record Welcome(Settings settings, Secrets secrets, boolean demo) {
    String text() {
        return "Ready: " + settings.gateway() + "\n" + (demo ? demoText() : plainText());
    }

    private static String demoText() {
        return "Sign in as registrar, officer, leader, manager, guard, member.rd, member.ops,\n"
                + "sysadmin, secadmin or auditor. Password of all of them: Tallygate-demo-1\n";
    }

    private String plainText() {
        if (settings.given("TALLYGATE_OIDC").isPresent()) {
            return "People sign in at " + settings.oidc() + "\n";
        }
        Path password = secrets.file(Keycloak.ADMINISTRATOR_SECRET);
        return """
                The first administrators, when there are none yet:
                  1. Open %s/admin/master/console/#/tallygate/users and sign in as %s;
                     the password is in %s
                  2. Create three people and give each one of the realm roles
                     system-admin, security-admin and auditor. No two of them to one person.
                  3. The security administrator then enters departments and people.
                """.formatted(settings.keycloak(), Keycloak.ADMINISTRATOR, password);
    }
}
