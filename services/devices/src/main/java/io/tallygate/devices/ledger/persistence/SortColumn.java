package io.tallygate.devices.ledger.persistence;

import io.tallygate.commons.problem.Refusal;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.DeviceSort;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;

/** How one order of the list is a column: its name, its value as a cursor carries it, and that value read back. */
record SortColumn(String sql, Function<Device, String> text, Function<String, Object> parser) {

    static SortColumn of(DeviceSort.Key key) {
        return switch (key) {
            case LEDGER_NO -> of("ledger_no", device -> device.ledgerNo().value());
            case NAME -> of("name", device -> device.details().name());
            case LEVEL ->
                new SortColumn(
                        "level_rank",
                        device -> Integer.toString(device.details().level().rank()),
                        Integer::valueOf);
            case KIND -> of("kind", device -> device.details().kind().name());
            case KEEPER -> of("keeper_no", device -> device.details().keeperNo());
            case REGISTERED_AT ->
                new SortColumn("registered_at", device -> device.registeredAt().toString(), OffsetDateTime::parse);
        };
    }

    private static SortColumn of(String sql, Function<Device, String> text) {
        return new SortColumn(sql, text, value -> value);
    }

    String valueOf(Device device) {
        return text.apply(device);
    }

    Object parse(String value) {
        return parsed(value, parser);
    }

    static Object id(String value) {
        return parsed(value, UUID::fromString);
    }

    private static Object parsed(String value, Function<String, ?> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw Refusal.of(400, "INVALID_CURSOR", "`after` is not from this list.")
                    .asException();
        }
    }
}
