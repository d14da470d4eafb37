package io.tallygate.devices.ledger.domain;

import io.tallygate.commons.problem.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A device as somebody wrote it down, whatever is in it. Text is stripped, and empty text is no text.
 *
 * @param ledgerNo a number taken over; null lets the ledger give one
 */
public record DeviceDraft(
        @Nullable String ledgerNo,
        @Nullable String kind,
        @Nullable Boolean classified,
        @Nullable String level,
        @Nullable String name,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String serialNo,
        @Nullable String diskSerialNo,
        @Nullable String usbUniqueId,
        @Nullable String departmentCode,
        @Nullable String keeperNo,
        @Nullable String cabinetCode,
        boolean tagged,
        @Nullable String epc,
        @Nullable String tid) {

    /** A draft that is well formed. */
    public record WellFormed(@Nullable LedgerNo ledgerNo, DeviceDetails details) {}

    public DeviceDraft {
        ledgerNo = clean(ledgerNo);
        kind = clean(kind);
        level = clean(level);
        name = clean(name);
        manufacturer = clean(manufacturer);
        model = clean(model);
        serialNo = clean(serialNo);
        diskSerialNo = clean(diskSerialNo);
        usbUniqueId = clean(usbUniqueId);
        departmentCode = clean(departmentCode);
        keeperNo = clean(keeperNo);
        cabinetCode = clean(cabinetCode);
        epc = clean(epc);
        tid = clean(tid);
    }

    /** Well formed, or 400 INVALID_REQUEST with everything that is wrong. */
    public Outcome<WellFormed> check() {
        return DraftCheck.of(this);
    }

    private static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    @Override
    public String toString() {
        return "DeviceDraft[]";
    }
}
