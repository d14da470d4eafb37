package io.tallygate.devices.ledger.domain;

import io.tallygate.commons.problem.Violation;
import java.util.Map;
import java.util.TreeMap;

/** What no two devices share. */
public enum UniqueKey {
    SERIAL("serialNo", "DUPLICATE_SERIAL", "This manufacturer's serial number is registered already"),
    LEDGER_NO("ledgerNo", "DUPLICATE_LEDGER_NO", "This ledger number is taken"),
    EPC("tag.epc", "DUPLICATE_EPC", "This EPC is on another device, or was"),
    TID("tag.tid", "DUPLICATE_TID", "This tag is on another device"),
    USB_ID("usbUniqueId", "DUPLICATE_USB_ID", "This USB id is registered already");

    private final String field;
    private final String code;
    private final String message;

    UniqueKey(String field, String code, String message) {
        this.field = field;
        this.code = code;
        this.message = message;
    }

    public String field() {
        return field;
    }

    public Violation violation() {
        return new Violation(field, code, message);
    }

    /** The keys that {@code details} takes; the ledger number is the {@link Device}'s. */
    public static Map<UniqueKey, String> of(DeviceDetails details) {
        Map<UniqueKey, String> keys = new TreeMap<>();
        keys.put(SERIAL, details.serialKey());
        String epc = details.epc();
        if (epc != null) {
            keys.put(EPC, epc);
        }
        String tid = details.tid();
        if (tid != null) {
            keys.put(TID, tid);
        }
        String usb = details.usbKey();
        if (usb != null) {
            keys.put(USB_ID, usb);
        }
        return keys;
    }
}
