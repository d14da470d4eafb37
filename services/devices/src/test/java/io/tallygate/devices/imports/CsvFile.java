package io.tallygate.devices.imports;

import io.tallygate.devices.Calls;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file of a ledger, built row by row; the header is row 1. */
public final class CsvFile {

    public static final String CHINESE_HEADER = "名称,密级,设备类型,品牌/厂商,型号,序列号,部门,责任人,所在文件柜,EPC";

    private final List<String> lines = new ArrayList<>();

    private CsvFile(String header) {
        lines.add(header);
    }

    public static CsvFile withHeader(String header) {
        return new CsvFile(header);
    }

    public static CsvFile chinese() {
        return new CsvFile(CHINESE_HEADER);
    }

    public CsvFile row(String row) {
        lines.add(row);
        return this;
    }

    /** A row under the Chinese header that nothing is wrong with. */
    public CsvFile goodRow() {
        return row(goodRowText());
    }

    public static String goodRowText() {
        long number = Calls.fresh();
        return "涉密笔记本" + number + ",机密,笔记本,联想,T14,CSV-" + number + ",RD,P0101,CAB-101-1," + Calls.freshEpc();
    }

    public String text() {
        return String.join("\r\n", lines) + "\r\n";
    }

    public byte[] bytes() {
        return bytes(StandardCharsets.UTF_8);
    }

    public byte[] bytes(Charset charset) {
        return text().getBytes(charset);
    }
}
