package io.tallygate.carriers;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.devices.v1.Device;
import io.tallygate.contracts.devices.v1.DeviceChanged;
import io.tallygate.contracts.devices.v1.DeviceRegistered;
import io.tallygate.contracts.register.v1.RegisterEntry;
import io.tallygate.testkit.TestKafka;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The devices service, as far as its register shows it. */
public final class Devices {

    private static final AtomicLong POSITION = new AtomicLong(System.currentTimeMillis());

    private Devices() {}

    public static Device.Builder aSecretLaptop() {
        String id = UUID.randomUUID().toString();
        return Device.newBuilder()
                .setId(id)
                .setLedgerNo("CC-" + id.substring(0, 8))
                .setKind("LAPTOP")
                .setClassified(true)
                .setLevel("SECRET")
                .setName("Laptop " + id.substring(0, 8))
                .setDepartmentCode("RD")
                .setKeeperNo("P0101")
                .setCabinetCode("CAB-101-1")
                .setEpc(anEpc())
                .setTid("E2801160600002")
                .setState("IN_USE")
                .setVersion(1);
    }

    public static String anEpc() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24).toUpperCase(Locale.ROOT);
    }

    /** Registers it and waits until custody knows. */
    public static Device registered(Device.Builder device) {
        Device built = device.build();
        register(built);
        CarriersApi.awaitItem(built.getId(), "version", 1);
        return built;
    }

    public static RegisterEntry register(Device device) {
        return publish(
                nextPosition(), DeviceRegistered.newBuilder().setDevice(device).build());
    }

    public static RegisterEntry change(Device.Builder device) {
        return publish(
                nextPosition(), DeviceChanged.newBuilder().setDevice(device).build());
    }

    public static long nextPosition() {
        return POSITION.incrementAndGet();
    }

    public static RegisterEntry publish(long position, Message event) {
        Instant now = Instant.now();
        RegisterEntry entry = RegisterEntry.newBuilder()
                .setService("devices")
                .setPosition(position)
                .setEntryId(UUID.randomUUID().toString())
                .setRecordedAt(Timestamp.newBuilder()
                        .setSeconds(now.getEpochSecond())
                        .setNanos(now.getNano() / 1_000_000 * 1_000_000))
                .setActor("registrar")
                .setSubject("device")
                .setEvent(Any.pack(event))
                .build();
        publish(entry);
        return entry;
    }

    public static void publish(RegisterEntry entry) {
        TestKafka.publish(Topic.DEVICES_REGISTER, entry.getSubject(), entry);
    }
}
