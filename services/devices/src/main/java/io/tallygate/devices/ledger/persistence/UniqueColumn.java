package io.tallygate.devices.ledger.persistence;

import io.tallygate.devices.ledger.domain.UniqueKey;
import java.util.Locale;

/** Where the table keeps each unique key. */
final class UniqueColumn {

    private static final String INDEX_PREFIX = "device_unique_";

    private UniqueColumn() {}

    static String of(UniqueKey key) {
        return switch (key) {
            case SERIAL -> "serial_key";
            case LEDGER_NO -> "ledger_no";
            case EPC -> "epc";
            case TID -> "tid";
            case USB_ID -> "usb_key";
        };
    }

    /** The key that a unique index of the migration guards. */
    static UniqueKey ofIndex(String index) {
        if (!index.startsWith(INDEX_PREFIX)) {
            throw new IllegalStateException("Not a key of devices: " + index);
        }
        return UniqueKey.valueOf(index.substring(INDEX_PREFIX.length()).toUpperCase(Locale.ROOT));
    }
}
