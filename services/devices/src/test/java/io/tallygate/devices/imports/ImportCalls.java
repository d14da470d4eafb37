package io.tallygate.devices.imports;

import static io.restassured.RestAssured.given;
import static io.tallygate.devices.Calls.DEVICES;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tallygate.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Imports as words. */
final class ImportCalls {

    static final String IMPORTS = DEVICES + "/imports";

    private ImportCalls() {}

    static RequestSpecification uploading(String user, byte[] file) {
        return given().auth().oauth2(Tokens.of(user)).multiPart("file", "ledger.csv", file, "text/csv");
    }

    /** Uploads, waits for the end and gives the id. */
    static String imported(byte[] file) {
        return ended(uploading("registrar", file));
    }

    static String triedOut(byte[] file) {
        return ended(uploading("registrar", file).queryParam("dryRun", true));
    }

    static String importedWith(String mapping, byte[] file) {
        // A part's default charset would be US-ASCII.
        return ended(uploading("registrar", file)
                .multiPart("mapping", null, mapping.getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8"));
    }

    private static String ended(RequestSpecification upload) {
        String id = upload.post(IMPORTS).then().statusCode(202).extract().path("id");
        awaitEnd(id);
        return id;
    }

    static void awaitEnd(String id) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !"RUNNING".equals(status(id).extract().path("state")));
    }

    static ValidatableResponse status(String id) {
        return given().auth()
                .oauth2(Tokens.of("registrar"))
                .get(IMPORTS + "/" + id)
                .then()
                .statusCode(200);
    }

    /** Rejections as {@code row field code}. */
    static List<String> rejections(String id) {
        List<Map<String, Object>> items = given().auth()
                .oauth2(Tokens.of("registrar"))
                .get(IMPORTS + "/" + id + "/rejections?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .map(item -> item.get("row") + " " + item.get("field") + " " + item.get("code"))
                .toList();
    }
}
