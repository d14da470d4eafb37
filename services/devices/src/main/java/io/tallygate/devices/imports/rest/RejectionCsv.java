package io.tallygate.devices.imports.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tallygate.devices.imports.domain.Formulas;
import io.tallygate.devices.imports.domain.Rejection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Rejections as a file for a spreadsheet: the cells come from somebody else's file, so none may be evaluated. */
final class RejectionCsv {

    /** Without it, spreadsheets in China take the file for GBK. */
    private static final char BOM = '\ufeff';

    /** Hands every rejection to a sink. */
    @FunctionalInterface
    interface Source {
        void each(Consumer<Rejection> sink);
    }

    private RejectionCsv() {}

    static void write(Source source, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BOM);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("row", "field", "code", "message", "value");
            source.each(rejection -> csv.writeRecord(
                    Long.toString(rejection.row()),
                    rejection.field(),
                    rejection.code(),
                    rejection.message(),
                    Formulas.disarmed(rejection.value())));
        }
    }
}
