package io.tallygate.devices.imports;

import static io.restassured.RestAssured.given;
import static io.tallygate.devices.Calls.DEVICES;
import static io.tallygate.devices.Calls.aSecretLaptop;
import static io.tallygate.devices.Calls.as;
import static io.tallygate.devices.Calls.fresh;
import static io.tallygate.devices.Calls.freshEpc;
import static io.tallygate.devices.Calls.isProblem;
import static io.tallygate.devices.Calls.register;
import static io.tallygate.devices.imports.ImportCalls.IMPORTS;
import static io.tallygate.devices.imports.ImportCalls.imported;
import static io.tallygate.devices.imports.ImportCalls.rejections;
import static io.tallygate.devices.imports.ImportCalls.status;
import static io.tallygate.devices.imports.ImportCalls.triedOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tallygate.devices.Written;
import io.tallygate.epc.EpcCodec;
import io.tallygate.epc.EpcText;
import io.tallygate.testkit.RelationalStores;
import io.tallygate.testkit.Tokens;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each row. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class ImportRowsResourceTest {

    @Inject
    Written written;

    @Test
    void shouldTakeGoodRowsAndRejectEachBadOneForAllThatIsWrong() {
        String good = CsvFile.goodRowText();
        byte[] file = CsvFile.chinese()
                .row(good)
                .row(good.replace("RD", "NOWHERE"))
                .row(good.replace("P0101", "P0201"))
                .row(good.replace("CAB-101-1", "CAB-9"))
                .row(good.replace("机密", "宇宙级").replace("笔记本,", "烤面包机,"))
                .row(good.replaceAll(",[0-9A-F]{24}$", ",XYZ"))
                .row(",,,,,,,,,")
                .goodRow()
                .bytes();

        String id = imported(file);

        assertThat(rejections(id))
                .containsExactly(
                        "3 departmentCode UNKNOWN_DEPARTMENT",
                        "4 keeperNo KEEPER_NOT_CLEARED",
                        "5 cabinetCode UNKNOWN_CABINET",
                        "6 kind UNKNOWN_KIND",
                        "6 level UNKNOWN_LEVEL",
                        "7 tag.epc MALFORMED_EPC");
        status(id)
                .body("state", equalTo("COMPLETED"))
                .body("rows", equalTo(7))
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(5));
        assertThat(written.number("SELECT count(*) FROM register_entry WHERE subject IN"
                        + " (SELECT id::text FROM device WHERE import_id = '" + id + "')"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-42", "@SUM(A1)", "\tx", " =cmd", "＝1"})
    void shouldRejectAFormula(String cell) {
        String row = CsvFile.goodRowText();
        String model = ",联想," + cell + ",";

        String id = imported(
                CsvFile.chinese().row(row.replace(",联想,T14,", model)).goodRow().bytes());

        assertThat(rejections(id)).containsExactly("2 model FORMULA");
        status(id).body("accepted", equalTo(1));
    }

    @Test
    void shouldGiveEveryRowAVerdictWhenTheFileIsCutOff() {
        byte[] whole = CsvFile.chinese().goodRow().goodRow().goodRow().bytes();
        // In the middle of a Chinese character of the last row.
        int cut = new String(whole, StandardCharsets.UTF_8)
                        .substring(0, new String(whole, StandardCharsets.UTF_8).lastIndexOf("机密"))
                        .getBytes(StandardCharsets.UTF_8)
                        .length
                + 1;

        String id = imported(Arrays.copyOf(whole, cut));

        assertThat(rejections(id)).containsExactly("4  TRUNCATED_ROW");
        status(id)
                .body("state", equalTo("COMPLETED"))
                .body("accepted", equalTo(2))
                .body("encoding", equalTo("UTF-8"));
    }

    @Test
    void shouldLoseOnlyTheRowThatAQuoteIsMissingIn() {
        byte[] file = CsvFile.chinese()
                .goodRow()
                .row("\"涉密笔记本,机密,笔记本,联想,T14,CSV-1,RD,P0101,CAB-101-1," + freshEpc())
                .goodRow()
                .row("\"名称, 带逗号\n和换行\"" + CsvFile.goodRowText().replaceFirst("[^,]*", ""))
                .row("一半,机密")
                .row(CsvFile.goodRowText() + ",多一格")
                .goodRow()
                .bytes();

        String id = imported(file);

        // The name with a line break in it is a control character's business, not the reader's.
        assertThat(rejections(id))
                .containsExactly(
                        "3  TRUNCATED_ROW", "5 name CONTROL_CHARACTER", "6  TRUNCATED_ROW", "7  TRUNCATED_ROW");
        status(id).body("accepted", equalTo(3));
    }

    @Test
    void shouldBoundALine() {
        String id =
                imported(CsvFile.chinese().row("x".repeat(100_000)).goodRow().bytes());

        assertThat(rejections(id)).containsExactly("2  LINE_TOO_LONG");
        status(id).body("accepted", equalTo(1));
    }

    @Test
    void shouldRejectDuplicatesOfTheLedgerAndOfTheFile() {
        var laptop = aSecretLaptop();
        JsonPath there = register(laptop).statusCode(201).extract().jsonPath();
        String first = CsvFile.goodRowText();
        String epc = first.substring(first.lastIndexOf(',') + 1);
        byte[] file = CsvFile.chinese()
                .row(first)
                .row(first)
                .row(CsvFile.goodRowText()
                        .replace("联想", "lenovo")
                        .replaceFirst("CSV-\\d+", there.getString("serialNo")))
                .row(CsvFile.goodRowText().replaceFirst("[0-9A-F]{24}$", there.getString("tag.epc")))
                .row(CsvFile.goodRowText().replaceFirst("[0-9A-F]{24}$", epc))
                .bytes();

        List<String> expected = List.of(
                "3 serialNo DUPLICATE_IN_FILE",
                "3 tag.epc DUPLICATE_IN_FILE",
                "4 serialNo DUPLICATE_SERIAL",
                "5 tag.epc DUPLICATE_EPC",
                "6 tag.epc DUPLICATE_IN_FILE");
        assertThat(rejections(triedOut(file))).isEqualTo(expected);
        assertThat(rejections(imported(file))).isEqualTo(expected);
    }

    @Test
    void shouldTakeAnEpcByItsUriAndKnowItByItsBits() {
        String uri = "urn:epc:id:giai:0614141." + (9_000_000 + fresh());
        String bits = ((EpcText.Understood) EpcCodec.read(uri)).hex();
        byte[] file = CsvFile.chinese()
                .row(CsvFile.goodRowText().replaceFirst("[0-9A-F]{24}$", uri))
                .row(CsvFile.goodRowText().replaceFirst("[0-9A-F]{24}$", bits))
                .row(CsvFile.goodRowText().replaceFirst("[0-9A-F]{24}$", "urn:epc:id:giai:0614141.007"))
                .bytes();

        String id = imported(file);

        assertThat(rejections(id)).containsExactly("3 tag.epc DUPLICATE_IN_FILE", "4 tag.epc EPC_REFERENCE");
        status(id).body("accepted", equalTo(1));
    }

    @Test
    void shouldWriteNothingOnADryRun() {
        byte[] file = CsvFile.chinese().goodRow().row("一半").goodRow().bytes();

        String[] id = new String[1];
        written.nothingBy(() -> id[0] = triedOut(file));

        assertThat(rejections(id[0])).containsExactly("3  TRUNCATED_ROW");
        status(id[0]).body("dryRun", equalTo(true)).body("accepted", equalTo(2)).body("state", equalTo("COMPLETED"));
        status(imported(file)).body("accepted", equalTo(2));
    }

    @Test
    void shouldTakeLedgerNumbersOver() {
        String number = "机密〔2020〕" + fresh() + "号";
        String row = CsvFile.goodRowText();
        byte[] file = CsvFile.withHeader("编号," + CsvFile.CHINESE_HEADER + ",是否涉密")
                .row(number + "," + row + ",是")
                .row(number + "," + CsvFile.goodRowText() + ",是")
                .row("NM-2020-000001," + CsvFile.goodRowText() + ",是")
                .row("," + CsvFile.goodRowText() + ",否")
                .row("," + CsvFile.goodRowText() + ",也许")
                .bytes();

        String id = imported(file);

        assertThat(rejections(id))
                .containsExactly(
                        "3 ledgerNo DUPLICATE_IN_FILE",
                        "4 ledgerNo LEDGER_MISMATCH",
                        "5 classified LEVEL_MISMATCH",
                        "6 classified UNKNOWN_VALUE");
        as("officer").queryParam("q", number).get(DEVICES).then().body("items.ledgerNo", equalTo(List.of(number)));
    }

    @Test
    void shouldPageThroughRejectionsAndExportThemWithoutFormulas() {
        CsvFile file = CsvFile.chinese();
        for (int i = 0; i < 5; i++) {
            file.row(CsvFile.goodRowText().replace("T14", "=HYPERLINK(" + i + ")"));
        }
        String id = imported(file.bytes());

        List<Integer> rows = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = as("registrar")
                    .get(IMPORTS + "/" + id + "/rejections?limit=2" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            rows.addAll(page.getList("items.row"));
            after = page.getString("next") == null ? "" : "&after=" + page.getString("next");
        } while (!after.isEmpty());
        assertThat(rows).containsExactly(2, 3, 4, 5, 6);
        isProblem(
                as("registrar").get(IMPORTS + "/" + id + "/rejections?after=!").then(), 400, "INVALID_CURSOR");

        String csv = given().auth()
                .oauth2(Tokens.of("registrar"))
                .accept("text/csv")
                .get(IMPORTS + "/" + id + "/rejections")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(6);
        assertThat(csv)
                .startsWith("\ufeffrow,field,code,message,value")
                .contains("2,model,FORMULA,")
                .contains(",'=HYPERLINK(0)")
                .doesNotContain(",=");
    }
}
