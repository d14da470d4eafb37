package io.tallygate.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealmTest {
    private static final String DEMO = "tallygate-demo-realm.json";
    private static final String PLAIN = "tallygate-realm.json";

    @ParameterizedTest
    @CsvSource({
        "registrar, it-staff",
        "officer, secrecy-officer",
        "leader, leader",
        "manager, facility-manager",
        "member.rd, member",
        "member.ops, member",
        "guard, guard",
        "sysadmin, system-admin",
        "secadmin, security-admin",
        "auditor, auditor"
    })
    void shouldGiveADemoUserOneRoleAndACompleteProfile(String username, String role) throws IOException {
        JsonNode user = StreamSupport.stream(realm(DEMO).path("users").spliterator(), false)
                .filter(u -> u.path("username").asText().equals(username))
                .findFirst()
                .orElseThrow();

        assertThat(user.path("realmRoles")).extracting(JsonNode::asText).containsExactly(role);
        assertThat(user.path("email").asText()).isNotEmpty();
        assertThat(user.path("firstName").asText()).isNotEmpty();
        assertThat(user.path("lastName").asText()).isNotEmpty();
    }

    @Test
    void shouldAllowThePasswordGrantInTheDemoAlone() throws IOException {
        assertThat(client(DEMO, "tallygate-cli")
                        .path("directAccessGrantsEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(client(PLAIN, "tallygate-cli")
                        .path("directAccessGrantsEnabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(realm(PLAIN).has("users")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {DEMO, PLAIN})
    void shouldLockAfterGuessingAndKeepTheGatewaysSecretOutOfTheFile(String file) throws IOException {
        assertThat(realm(file).path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm(file).path("passwordPolicy").asText()).contains("length(12)");
        assertThat(realm(file).path("accessTokenLifespan").asInt()).isEqualTo(300);
        JsonNode gateway = client(file, "tallygate-gateway");
        assertThat(gateway.path("secret").asText()).isEqualTo("@CLIENT_SECRET@");
        assertThat(gateway.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(gateway.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
    }

    private static JsonNode client(String file, String id) throws IOException {
        return StreamSupport.stream(realm(file).path("clients").spliterator(), false)
                .filter(c -> c.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode realm(String file) throws IOException {
        try (InputStream in = RealmTest.class.getResourceAsStream("/realm/" + file)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, file));
        }
    }
}
