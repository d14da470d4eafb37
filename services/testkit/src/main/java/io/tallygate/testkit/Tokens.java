package io.tallygate.testkit;

import io.smallrye.jwt.build.Jwt;
import io.tallygate.commons.identity.Roles;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Bearer tokens as Keycloak makes them for the demo users, signed by the test issuer. */
public final class Tokens {

    private static final Map<String, String> DEMO_ROLES = Map.ofEntries(
            Map.entry("registrar", Roles.IT_STAFF),
            Map.entry("officer", Roles.SECRECY_OFFICER),
            Map.entry("leader", Roles.LEADER),
            Map.entry("manager", Roles.FACILITY_MANAGER),
            Map.entry("member.rd", Roles.MEMBER),
            Map.entry("member.ops", Roles.MEMBER),
            Map.entry("guard", Roles.GUARD),
            Map.entry("sysadmin", Roles.SYSTEM_ADMIN),
            Map.entry("secadmin", Roles.SECURITY_ADMIN),
            Map.entry("auditor", Roles.AUDITOR));

    private Tokens() {}

    /** A token of a demo user. */
    public static String of(String demoUser) {
        String role = DEMO_ROLES.get(demoUser);
        if (role == null) {
            throw new IllegalArgumentException("No demo user " + demoUser);
        }
        return with(demoUser, role);
    }

    /** A token of anybody with any realm roles. */
    public static String with(String username, String... roles) {
        return Jwt.issuer(System.getProperty(TestIssuer.URL))
                .subject(username)
                .preferredUserName(username)
                .audience("tallygate")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .expiresIn(Duration.ofMinutes(30))
                .jws()
                .keyId("test")
                .sign(key());
    }

    /** A token that ended an hour ago. */
    public static String expired(String demoUser) {
        long now = System.currentTimeMillis() / 1000;
        return Jwt.issuer(System.getProperty(TestIssuer.URL))
                .subject(demoUser)
                .preferredUserName(demoUser)
                .issuedAt(now - 7200)
                .expiresAt(now - 3600)
                .jws()
                .keyId("test")
                .sign(key());
    }

    private static PrivateKey key() {
        byte[] encoded = Base64.getDecoder().decode(System.getProperty(TestIssuer.KEY));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The test issuer's key cannot be read", e);
        }
    }
}
