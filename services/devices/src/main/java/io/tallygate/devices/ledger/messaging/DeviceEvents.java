package io.tallygate.devices.ledger.messaging;

import com.google.protobuf.Message;
import io.tallygate.contracts.devices.v1.DeviceChanged;
import io.tallygate.contracts.devices.v1.DeviceRegistered;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.DeviceDetails;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the events; each carries the whole device, so that a consumer needs no earlier one. */
public final class DeviceEvents {

    private DeviceEvents() {}

    public static Message registered(Device device, @Nullable UUID importId) {
        return DeviceRegistered.newBuilder()
                .setDevice(state(device))
                .setImportId(importId == null ? "" : importId.toString())
                .build();
    }

    public static Message changed(Device device, List<String> changedFields, String reason) {
        return DeviceChanged.newBuilder()
                .setDevice(state(device))
                .addAllChangedFields(changedFields)
                .setReason(reason)
                .build();
    }

    private static io.tallygate.contracts.devices.v1.Device state(Device device) {
        DeviceDetails details = device.details();
        return io.tallygate.contracts.devices.v1.Device.newBuilder()
                .setId(device.id().toString())
                .setLedgerNo(device.ledgerNo().value())
                .setKind(details.kind().name())
                .setClassified(details.classified())
                .setLevel(details.level().name())
                .setName(details.name())
                .setManufacturer(details.manufacturer())
                .setModel(details.model())
                .setSerialNo(details.serialNo())
                .setDiskSerialNo(orEmpty(details.diskSerialNo()))
                .setUsbUniqueId(orEmpty(details.usbUniqueId()))
                .setDepartmentCode(details.departmentCode())
                .setKeeperNo(details.keeperNo())
                .setCabinetCode(orEmpty(details.cabinetCode()))
                .setEpc(orEmpty(details.epc()))
                .setTid(orEmpty(details.tid()))
                .setState(device.state().name())
                .setVersion(device.version())
                .build();
    }

    /** Protobuf strings are never null; empty is "none" by the contract. */
    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
