package io.tallygate.devices.ledger.domain;

import io.tallygate.commons.identity.Level;
import java.util.Locale;

/** The four ledgers 四本台账 (D1); a ledger's name begins the numbers in it. */
public enum Ledger {
    /** Classified computers. */
    CC,
    /** Non-classified computers. */
    NC,
    /** Classified removable media. */
    CM,
    /** Non-classified removable media. */
    NM;

    public static Ledger of(DeviceKind kind, Level level) {
        if (Classification.classified(level)) {
            return kind.computer() ? CC : CM;
        }
        return kind.computer() ? NC : NM;
    }

    /** E.g. {@code CC-2026-000123}. */
    public LedgerNo number(int year, int ordinal) {
        return new LedgerNo(String.format(Locale.ROOT, "%s-%04d-%06d", name(), year, ordinal));
    }
}
