package io.tallygate.devices.imports.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Encodings that ledgers come in. */
public enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, 0),
    UTF_8_WITH_BOM(StandardCharsets.UTF_8, 3),
    UTF_16BE(StandardCharsets.UTF_16BE, 2),
    UTF_16LE(StandardCharsets.UTF_16LE, 2),
    /** The national standard, which GBK and GB2312 files are as well. */
    GB18030(Charset.forName("GB18030"), 0);

    private final Charset charset;
    private final int bomLength;

    TextEncoding(Charset charset, int bomLength) {
        this.charset = charset;
        this.bomLength = bomLength;
    }

    public Charset charset() {
        return charset;
    }

    /** How many bytes stand before the text. */
    public int bomLength() {
        return bomLength;
    }

    /** As it is reported: the charset's name. */
    public String label() {
        return charset.name();
    }
}
