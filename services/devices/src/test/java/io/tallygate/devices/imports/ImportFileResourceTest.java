package io.tallygate.devices.imports;

import static io.restassured.RestAssured.given;
import static io.tallygate.devices.Calls.isProblem;
import static io.tallygate.devices.Calls.isProblemOf;
import static io.tallygate.devices.imports.ImportCalls.IMPORTS;
import static io.tallygate.devices.imports.ImportCalls.imported;
import static io.tallygate.devices.imports.ImportCalls.importedWith;
import static io.tallygate.devices.imports.ImportCalls.status;
import static io.tallygate.devices.imports.ImportCalls.uploading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.devices.Written;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.Tokens;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are taken at all. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class ImportFileResourceTest {

    @Inject
    Written written;

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, ''",
        "UTF-8, UTF-8, \ufeff",
        "GB18030, GB18030, ''",
        "GBK, GB18030, ''",
        "UTF-16LE, UTF-16LE, \ufeff",
        "UTF-16BE, UTF-16BE, \ufeff"
    })
    void shouldTakeEveryEncodingOfALedger(String writtenIn, String reported, String bom) {
        String text = bom + CsvFile.chinese().goodRow().text();

        String id = imported(text.getBytes(Charset.forName(writtenIn)));

        status(id)
                .body("state", equalTo("COMPLETED"))
                .body("encoding", equalTo(reported))
                .body("accepted", equalTo(1));
        assertThat(written.number("SELECT count(*) FROM device WHERE name LIKE '涉密笔记本%' AND level_rank = 4"
                        + " AND kind = 'LAPTOP' AND import_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseWhatIsNoText() {
        byte[] noise = new byte[4096];
        new Random(7).nextBytes(noise);

        fails(noise, "UNREADABLE_ENCODING").body("problem.columns", empty()).body("encoding", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n\r\n", "a laptop,SECRET,LAPTOP\r\n"})
    void shouldRefuseAFileWithoutAHeader(String text) {
        fails(text.getBytes(StandardCharsets.UTF_8), "NO_HEADER");
    }

    @Test
    void shouldNameUnknownColumns() {
        byte[] file = CsvFile.withHeader(CsvFile.CHINESE_HEADER + ",备注,colour")
                .goodRow()
                .bytes();

        fails(file, "UNKNOWN_COLUMNS").body("problem.columns", contains("备注", "colour"));
    }

    @Test
    void shouldNameMissingColumns() {
        fails(CsvFile.withHeader("名称,密级,设备类型,厂商,型号,部门").bytes(), "MISSING_COLUMNS")
                .body("problem.columns", contains("serialNo", "keeperNo"));
    }

    @Test
    void shouldNameColumnsThatSayTheSame() {
        fails(CsvFile.withHeader(CsvFile.CHINESE_HEADER + ",name").bytes(), "DUPLICATE_COLUMNS")
                .body("problem.columns", contains("name"));
    }

    @Test
    void shouldTakeColumnsAsTheMappingSays() {
        byte[] file = CsvFile.withHeader(CsvFile.CHINESE_HEADER.replace("名称", "叫什么") + ",备注")
                .row(CsvFile.goodRowText() + ",whatever")
                .bytes();

        String id = importedWith("{\"name\":\"叫什么\",\"ignore\":[\"备注\"]}", file);

        status(id).body("state", equalTo("COMPLETED")).body("accepted", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{             | mapping        | MALFORMED",
                "[]            | mapping        | MALFORMED",
                "{\"hue\":\"x\"} | mapping.hue    | UNKNOWN_FIELD",
                "{\"name\":1}    | mapping.name   | MALFORMED"
            })
    void shouldRefuseAMappingThatIsNone(String mapping, String field, String code) {
        byte[] file = CsvFile.chinese().goodRow().bytes();

        isProblemOf(
                uploading("registrar", file)
                        .multiPart("mapping", mapping)
                        .post(IMPORTS)
                        .then(),
                400,
                "INVALID_REQUEST",
                field,
                code);
    }

    @Test
    void shouldRefuseAnUploadWithoutAFile() {
        isProblemOf(
                given().auth()
                        .oauth2(Tokens.of("registrar"))
                        .multiPart("mapping", "{}")
                        .post(IMPORTS)
                        .then(),
                400,
                "INVALID_REQUEST",
                "file",
                "REQUIRED");
    }

    @Test
    void shouldRefuseADryRunThatIsNeitherTrueNorFalse() {
        isProblemOf(
                uploading("registrar", new byte[] {1})
                        .queryParam("dryRun", "perhaps")
                        .post(IMPORTS)
                        .then(),
                400,
                "INVALID_REQUEST",
                "dryRun",
                "UNKNOWN_VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "member.rd", "guard", "auditor"})
    void shouldLetNobodyButItStaffImport(String user) {
        isProblem(
                uploading(user, CsvFile.chinese().goodRow().bytes())
                        .post(IMPORTS)
                        .then(),
                403,
                "FORBIDDEN");
    }

    @Test
    void shouldRefuseAPageOfRejectionsThatIsNoNumber() {
        String id = imported(CsvFile.chinese().goodRow().bytes());

        isProblem(
                given().auth()
                        .oauth2(Tokens.of("registrar"))
                        .get(IMPORTS + "/" + id + "/rejections?limit=many")
                        .then(),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void shouldShowNobodyAnotherOnesImport() {
        String id = imported(CsvFile.chinese().goodRow().bytes());
        String colleague = Tokens.with("manager", "it-staff");

        for (String path : Arrays.asList("", "/rejections")) {
            isProblem(
                    given().auth()
                            .oauth2(colleague)
                            .get(IMPORTS + "/" + id + path)
                            .then(),
                    404,
                    "NOT_FOUND");
        }
    }

    private io.restassured.response.ValidatableResponse fails(byte[] file, String code) {
        long before = written.number("SELECT count(*) FROM device");
        String id = imported(file);
        assertThat(written.number("SELECT count(*) FROM device")).isEqualTo(before);
        assertThat(written.number("SELECT count(*) FROM device_import_chunk WHERE import_id = '" + id + "'"))
                .as("the file is let go")
                .isZero();
        return status(id)
                .body("state", equalTo("FAILED"))
                .body("problem.code", equalTo(code))
                .body("rows", equalTo(0));
    }
}
