package io.tallygate.carriers;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.devices.v1.Device;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Direction;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.testkit.TestKafka;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The bridge, as far as its crossings show it. */
public final class Gates {

    private Gates() {}

    public static Crossing.Builder alarm(Device device, String reason) {
        return crossing(device, Direction.OUT).setVerdict(Verdict.ALARM).setReason(reason);
    }

    public static Crossing.Builder permitted(Device device, String permitId) {
        return crossing(device, Direction.OUT)
                .setVerdict(Verdict.ALLOW)
                .setReason("PERMITTED")
                .setPermitId(permitId);
    }

    public static Crossing.Builder inward(Device device, String reason) {
        return crossing(device, Direction.IN).setVerdict(Verdict.RECORD).setReason(reason);
    }

    private static Crossing.Builder crossing(Device device, Direction direction) {
        return Crossing.newBuilder()
                .setCrossingId(UUID.randomUUID().toString())
                .setPortalCode("P-101")
                .setRoomCode("R-101")
                .setEpc(device.getEpc())
                .setItemId(device.getId())
                .setKind(device.getKind())
                .setDirection(direction)
                .setDecidedAtUs(micros(Instant.now()));
    }

    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public static Crossing see(Crossing.Builder crossing) {
        Crossing seen = crossing.build();
        see(seen);
        return seen;
    }

    public static void see(Crossing crossing) {
        TestKafka.publish(Topic.RFID_CROSSINGS, crossing.getEpc(), crossing);
    }
}
