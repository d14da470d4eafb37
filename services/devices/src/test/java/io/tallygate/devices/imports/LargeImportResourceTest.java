package io.tallygate.devices.imports;

import static io.tallygate.devices.imports.ImportCalls.imported;
import static io.tallygate.devices.imports.ImportCalls.rejections;
import static io.tallygate.devices.imports.ImportCalls.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.devices.Written;
import io.tallygate.testkit.RelationalStores;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class LargeImportResourceTest {

    private static final Logger LOG = Logger.getLogger(LargeImportResourceTest.class);
    private static final int ROWS = 200_000;

    @Inject
    Written written;

    @Test
    void shouldTakeTwoHundredThousandRows() {
        byte[] file = aLedgerOf(ROWS);
        long began = System.nanoTime();

        String id = imported(file);

        LOG.infof("%d rows/s", ROWS * 1_000_000_000L / (System.nanoTime() - began));
        assertThat(rejections(id)).containsExactly(ROWS + " departmentCode UNKNOWN_DEPARTMENT");
        status(id)
                .body("state", equalTo("COMPLETED"))
                .body("encoding", equalTo("GB18030"))
                .body("rows", equalTo(ROWS))
                .body("accepted", equalTo(ROWS - 1))
                .body("rejected", equalTo(1));
        String ours = " FROM device WHERE import_id = '" + id + "'";
        assertThat(written.number("SELECT count(*)" + ours)).isEqualTo(ROWS - 1);
        assertThat(written.number(
                        "SELECT max(right(ledger_no, 6)::integer) - min(right(ledger_no, 6)::integer) + 1" + ours))
                .as("numbers without a gap")
                .isEqualTo(ROWS - 1);
        assertThat(written.number("SELECT count(*) FROM register_entry WHERE subject IN (SELECT id::text" + ours + ")"))
                .isEqualTo(ROWS - 1);
    }

    private static byte[] aLedgerOf(int rows) {
        StringBuilder text = new StringBuilder(CsvFile.CHINESE_HEADER).append('\n');
        for (int i = 1; i <= rows; i++) {
            String department = i == rows - 1 ? "NOWHERE" : "OPS";
            text.append("普通磁带")
                    .append(i)
                    .append(",非密,磁带,IBM,3592,BIG-")
                    .append(i)
                    .append(',');
            text.append(department).append(",P0201,CAB-101-2,");
            text.append(String.format(Locale.ROOT, "3034257BF5%014X%n", i));
        }
        return text.toString().getBytes(Charset.forName("GB18030"));
    }
}
