package io.tallygate.devices.ledger.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in the ledgers 编号 (D3): ours, or one that an organisation gave before and takes over.
 *
 * @param value upper case, 1 to 40 letters, digits and {@code - _ . / [ ] ( ) 〔 〕 （ ）}, beginning with a letter or digit
 */
public record LedgerNo(String value) {

    private static final Pattern PATTERN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\-_./\\[\\]()〔〕（）号]{0,39}");
    private static final Pattern OURS = Pattern.compile("(CC|NC|CM|NM)-\\d{4}-\\d{6,}");

    public LedgerNo {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a ledger number");
        }
    }

    public static Optional<LedgerNo> parse(String text) {
        String value = text.strip().toUpperCase(Locale.ROOT);
        return PATTERN.matcher(value).matches() ? Optional.of(new LedgerNo(value)) : Optional.empty();
    }

    /** The ledger it says it is from; empty when it is a number of somebody's own pattern. */
    public Optional<Ledger> ledger() {
        Matcher ours = OURS.matcher(value);
        return ours.matches() ? Optional.of(Ledger.valueOf(ours.group(1))) : Optional.empty();
    }
}
