package io.tallygate.sightings.tag.domain;

import io.tallygate.epc.EpcCodec;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A tag's EPC: 96 or 128 bits as upper-case hex. */
public record Epc(String value) {

    private static final Pattern HEX = Pattern.compile("[0-9A-F]{24}|[0-9A-F]{32}");

    /** Empty when it is not 96 or 128 bits of hex; lower case is accepted. */
    public static Optional<Epc> parse(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return HEX.matcher(upper).matches() ? Optional.of(new Epc(upper)) : Optional.empty();
    }

    /** What GS1 calls the thing that bears it. */
    public String uri() {
        return EpcCodec.uri(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
