package io.tallygate.devices.ledger.domain;

import io.tallygate.commons.identity.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of a device, well formed. {@code toString} tells no content (logs hold none). */
public record DeviceDetails(
        DeviceKind kind,
        Level level,
        String name,
        String manufacturer,
        String model,
        String serialNo,
        @Nullable String diskSerialNo,
        @Nullable String usbUniqueId,
        String departmentCode,
        String keeperNo,
        @Nullable String cabinetCode,
        @Nullable Tag tag) {

    public boolean classified() {
        return Classification.classified(level);
    }

    public Ledger ledger() {
        return Ledger.of(kind, level);
    }

    /** Equal for two devices that are one: manufacturer and serial number, whatever their case. */
    public String serialKey() {
        return manufacturer.toLowerCase(Locale.ROOT) + '\u001f' + serialNo.toLowerCase(Locale.ROOT);
    }

    public @Nullable String usbKey() {
        return usbUniqueId == null ? null : usbUniqueId.toLowerCase(Locale.ROOT);
    }

    public @Nullable String epc() {
        return tag == null ? null : tag.epc().hex();
    }

    public @Nullable String tid() {
        Tid tid = tag == null ? null : tag.tid();
        return tid == null ? null : tid.hex();
    }

    @Override
    public String toString() {
        return "DeviceDetails[" + kind + "]";
    }
}
