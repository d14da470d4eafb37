package io.tallygate.devices.ledger.domain;

import io.tallygate.epc.EpcCodec;
import java.util.regex.Pattern;

/**
 * What a tag says it is on (GS1 EPC memory bank).
 *
 * @param hex 96 or 128 bits in upper-case hex
 */
public record Epc(String hex) {

    private static final Pattern PATTERN = Pattern.compile("[0-9A-F]{24}|[0-9A-F]{32}");

    public Epc {
        if (!PATTERN.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not an EPC");
        }
    }

    /** What the tag is called: its GS1 URI. */
    public String uri() {
        return EpcCodec.uri(hex);
    }
}
