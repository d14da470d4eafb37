package io.tallygate.personnel;

import static io.restassured.RestAssured.given;
import static io.tallygate.personnel.Calls.PEOPLE;
import static io.tallygate.personnel.Calls.aRegisteredPerson;
import static io.tallygate.personnel.Calls.as;
import static io.tallygate.personnel.Calls.asToken;
import static io.tallygate.personnel.Calls.isProblem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class MeResourceTest {

    private static final String ME = "/api/personnel/me";

    @Test
    void shouldTellTheCallerWhoTheyAre() {
        Calls.departmentIsThere("RD");
        String number = aRegisteredPerson("RD");
        String token =
                Tokens.with("user." + number.toLowerCase(Locale.ROOT), "member", "it-staff", "default-roles-tallygate");

        asToken(token)
                .get(ME)
                .then()
                .statusCode(200)
                .body("username", equalTo("user." + number.toLowerCase(Locale.ROOT)))
                .body("roles", equalTo(List.of("it-staff", "member")))
                .body("person.personNo", equalTo(number))
                .body("person.departmentCode", equalTo("RD"))
                .body("person.clearance", equalTo("SECRET"));
    }

    @Test
    void shouldNameNoPersonWhoIsUnknownOrHasLeft() {
        Calls.departmentIsThere("RD");
        String number = aRegisteredPerson("RD");
        as("secadmin")
                .header("If-Match", "\"0\"")
                .body(Map.of("active", false))
                .patch(PEOPLE + "/" + number)
                .then()
                .statusCode(200);

        asToken(Tokens.with("stranger", "guard"))
                .get(ME)
                .then()
                .statusCode(200)
                .body("roles", equalTo(List.of("guard")))
                .body("person", nullValue());
        asToken(Tokens.with("user." + number.toLowerCase(Locale.ROOT), "member"))
                .get(ME)
                .then()
                .statusCode(200)
                .body("person", nullValue());
    }

    @Test
    void shouldRefuseWhoeverIsNotSignedIn() {
        isProblem(given().get(ME).then(), 401, "UNAUTHENTICATED");
    }
}
