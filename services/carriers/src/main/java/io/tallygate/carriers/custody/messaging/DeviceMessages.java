package io.tallygate.carriers.custody.messaging;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.tallygate.carriers.custody.application.LedgerEntry;
import io.tallygate.carriers.custody.application.LedgerEntry.Change;
import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.custody.domain.Standing;
import io.tallygate.carriers.custody.domain.Tag;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.commons.identity.Level;
import io.tallygate.contracts.devices.v1.Device;
import io.tallygate.contracts.devices.v1.DeviceChanged;
import io.tallygate.contracts.devices.v1.DeviceRegistered;
import io.tallygate.contracts.register.v1.RegisterEntry;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads entries of {@code devices.register.v1}. */
final class DeviceMessages {

    private DeviceMessages() {}

    /**
     * @throws SenselessMessageException when it says of a device what cannot be; entries about other things are read as entries
     *     without a change
     */
    static LedgerEntry read(RegisterEntry entry) throws SenselessMessageException {
        if (entry.getPosition() < 1) {
            throw new SenselessMessageException("an entry without position");
        }
        try {
            Optional<Device> device = device(entry.getEvent());
            Optional<Change> change = device.isPresent() ? Optional.of(change(device.get())) : Optional.empty();
            return new LedgerEntry(entry.getPosition(), entry.getActor(), instant(entry.getRecordedAt()), change);
        } catch (InvalidProtocolBufferException e) {
            throw new SenselessMessageException(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Device> device(Any event) throws InvalidProtocolBufferException {
        if (event.is(DeviceRegistered.class)) {
            return Optional.of(event.unpack(DeviceRegistered.class).getDevice());
        }
        return event.is(DeviceChanged.class)
                ? Optional.of(event.unpack(DeviceChanged.class).getDevice())
                : Optional.empty();
    }

    private static Change change(Device device) throws SenselessMessageException {
        return new Change(
                new Item(
                        ItemId.parse(device.getId()).orElseThrow(() -> unreadable("device id")),
                        device.getLedgerNo(),
                        device.getKind(),
                        Level.ofName(device.getLevel()).orElseThrow(() -> unreadable("level")),
                        device.getName(),
                        device.getDepartmentCode(),
                        device.getKeeperNo(),
                        textOrNull(device.getCabinetCode()),
                        device.getEpc().isEmpty() ? null : new Tag(device.getEpc(), textOrNull(device.getTid()))),
                standing(device.getState()));
    }

    private static Standing standing(String state) throws SenselessMessageException {
        return switch (state) {
            case "IN_USE", "IN_REPAIR" -> Standing.IN_SERVICE;
            case "SCRAPPED" -> Standing.DISPOSED;
            case "DESTROYED" -> Standing.DESTROYED;
            default -> throw unreadable("state");
        };
    }

    private static SenselessMessageException unreadable(String field) {
        return new SenselessMessageException("a device whose " + field + " means nothing here");
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }
}
