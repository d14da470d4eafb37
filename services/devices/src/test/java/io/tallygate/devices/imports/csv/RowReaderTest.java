package io.tallygate.devices.imports.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

    private static final RowReader.Bounds SMALL = new RowReader.Bounds(40, 60, 3);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b\\nc,d\\n             | 1[a,b] 2[c,d]",
                "a,b\\r\\nc,d             | 1[a,b] 2[c,d]",
                "a,b\\rc,d\\r             | 1[a,b] 2[c,d]",
                "a,b\\n\\n\\nc,d          | 1[a,b] 4[c,d]",
                "a,b\\n,\\nc,d            | 1[a,b] 3[c,d]",
                "a,b\\n\"c,\"\"x\",d      | 1[a,b] 2[c,\"x,d]",
                "a,b\\n\"c\\nx\",d\\ne,f  | 1[a,b] 2[c/x,d] 3[e,f]",
                "a,b\\nc\\nd,e            | 1[a,b] 2! 3[d,e]",
                "a,b\\nc,d,e\\nf,g        | 1[a,b] 2! 3[f,g]",
                "a,b\\n\"c,d\\ne,f\\ng,h  | 1[a,b] 2! 3[e,f] 4[g,h]",
                "a,b\\n\"c,d\\n\"e\",f    | 1[a,b] 2! 3[e,f]",
                "a,b\\n\"c\"x,d\\ne,f     | 1[a,b] 2! 3[e,f]",
                "a,b\\n5\" disk,d         | 1[a,b] 2[5\" disk,d]",
                "a,b\\nc,\ufffd           | 1[a,b] 2!",
                "a,b\\n\"c                | 1[a,b] 2!"
            })
    void shouldGiveEveryRowItsDue(String file, String rows) throws IOException {
        assertThat(read(file.replace("\\n", "\n").replace("\\r", "\r"))).isEqualTo(rows);
    }

    @Test
    void shouldLeaveOutWhatIsLongerThanItsBound() throws IOException {
        assertThat(read("a,b\n" + "x".repeat(41) + "\nc,d")).isEqualTo("1[a,b] 2! 3[c,d]");
        assertThat(read("a,b\n" + "x".repeat(38) + ",y\nc,d")).isEqualTo("1[a,b] 2[" + "x".repeat(38) + ",y] 3[c,d]");
    }

    @Test
    void shouldBoundTheLinesOfARow() throws IOException {
        assertThat(read("a,b\n\"1\n2\n3\n4\",x\nc,d")).isEqualTo("1[a,b] 2[1/2/3/4,x] 3[c,d]");
        assertThat(read("a,b\n\"1\n2\n3\n4\n5\",x\nc,d")).isEqualTo("1[a,b] 2! 3! 4! 5! 6[5\",x] 7[c,d]");
    }

    private static String read(String file) throws IOException {
        RowReader reader = new RowReader(new StringReader(file), SMALL);
        List<String> rows = new ArrayList<>();
        for (CsvRow row = reader.next(); row != null; row = reader.next()) {
            reader.expect(2);
            rows.add(
                    switch (row) {
                        case CsvRow.Cells cells ->
                            cells.number() + "["
                                    + String.join(",", cells.cells()).replace('\n', '/') + "]";
                        case CsvRow.Unreadable unreadable -> unreadable.number() + "!";
                    });
        }
        return String.join(" ", rows);
    }
}
