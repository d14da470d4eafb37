package io.tallygate.devices.ledger.persistence;

import io.tallygate.commons.identity.Level;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.DeviceDetails;
import io.tallygate.devices.ledger.domain.DeviceKind;
import io.tallygate.devices.ledger.domain.DeviceState;
import io.tallygate.devices.ledger.domain.Epc;
import io.tallygate.devices.ledger.domain.LedgerNo;
import io.tallygate.devices.ledger.domain.Tag;
import io.tallygate.devices.ledger.domain.Tid;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device as columns, both ways. */
final class DeviceRow {

    /** What {@link #read} reads. */
    static final String COLUMNS =
            "id, ledger_no, kind, level_rank, name, manufacturer, model, serial_no, disk_serial_no,"
                    + " usb_unique_id, department_code, keeper_no, cabinet_code, epc, tid, state, version, registered_at";

    /** What {@link #write} writes, in that order; {@link #WRITTEN} of them. */
    static final String WRITTEN_COLUMNS =
            "ledger_no, kind, level_rank, name, manufacturer, model, serial_no, serial_key,"
                    + " disk_serial_no, usb_unique_id, usb_key, department_code, keeper_no, cabinet_code, epc, tid, state, version,"
                    + " registered_at, id";

    static final int WRITTEN = 20;

    private DeviceRow() {}

    static void write(PreparedStatement statement, Device device) throws SQLException {
        DeviceDetails details = device.details();
        statement.setString(1, device.ledgerNo().value());
        statement.setString(2, details.kind().name());
        statement.setInt(3, details.level().rank());
        statement.setString(4, details.name());
        statement.setString(5, details.manufacturer());
        statement.setString(6, details.model());
        statement.setString(7, details.serialNo());
        statement.setString(8, details.serialKey());
        statement.setString(9, details.diskSerialNo());
        statement.setString(10, details.usbUniqueId());
        statement.setString(11, details.usbKey());
        statement.setString(12, details.departmentCode());
        statement.setString(13, details.keeperNo());
        statement.setString(14, details.cabinetCode());
        statement.setString(15, details.epc());
        statement.setString(16, details.tid());
        statement.setString(17, device.state().name());
        statement.setLong(18, device.version());
        statement.setObject(19, OffsetDateTime.ofInstant(device.registeredAt(), ZoneOffset.UTC));
        statement.setObject(20, device.id());
    }

    static Device read(ResultSet row) throws SQLException {
        return new Device(
                row.getObject("id", UUID.class),
                new LedgerNo(row.getString("ledger_no")),
                details(row),
                DeviceState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant());
    }

    private static DeviceDetails details(ResultSet row) throws SQLException {
        return new DeviceDetails(
                DeviceKind.valueOf(row.getString("kind")),
                level(row.getInt("level_rank")),
                row.getString("name"),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("serial_no"),
                row.getString("disk_serial_no"),
                row.getString("usb_unique_id"),
                row.getString("department_code"),
                row.getString("keeper_no"),
                row.getString("cabinet_code"),
                tag(row.getString("epc"), row.getString("tid")));
    }

    private static Level level(int rank) {
        return Level.ofRank(rank)
                .orElseThrow(() -> new IllegalStateException("The table's CHECK lets no such rank in"));
    }

    private static @Nullable Tag tag(@Nullable String epc, @Nullable String tid) {
        return epc == null ? null : new Tag(new Epc(epc), tid == null ? null : new Tid(tid));
    }
}
