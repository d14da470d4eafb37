package io.tallygate.carriers.custody;

import static io.tallygate.carriers.CarriersApi.awaitItem;
import static io.tallygate.carriers.CarriersApi.eventually;
import static io.tallygate.carriers.CarriersApi.item;
import static io.tallygate.carriers.Devices.aSecretLaptop;
import static io.tallygate.carriers.Devices.anEpc;
import static io.tallygate.carriers.Devices.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.carriers.Devices;
import io.tallygate.carriers.Outbox;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.devices.v1.Device;
import io.tallygate.contracts.devices.v1.DeviceChanged;
import io.tallygate.contracts.ledger.v1.Custody;
import io.tallygate.contracts.ledger.v1.CustodyState;
import io.tallygate.contracts.ledger.v1.TaggedItem;
import io.tallygate.contracts.register.v1.RegisterEntry;
import io.tallygate.testkit.TestKafka;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerConsumerTest {

    @Inject
    MeterRegistry metrics;

    @Test
    void shouldTellGatesAndServicesOfANewItem() {
        Device laptop = registered(aSecretLaptop());

        eventually(() -> assertThat(Outbox.newest(Topic.LEDGER_TAGGED_ITEMS, laptop.getEpc(), TaggedItem.parser()))
                .isEqualTo(TaggedItem.newBuilder()
                        .setEpc(laptop.getEpc())
                        .setTid(laptop.getTid())
                        .setItemId(laptop.getId())
                        .setKind("LAPTOP")
                        .setLevelRank(4)
                        .setState(CustodyState.IN_PLACE)
                        .setDepartmentCode("RD")
                        .build()));
        eventually(() -> {
            Custody custody = custodyOf(laptop);
            assertThat(custody.getLedgerNo()).isEqualTo(laptop.getLedgerNo());
            assertThat(custody.getCabinetCode()).isEqualTo("CAB-101-1");
            assertThat(custody.getVersion()).isEqualTo(1);
        });
    }

    @Test
    void shouldTakeTheOldTagFromTheGatesWhenAnItemGetsAnother() {
        Device laptop = registered(aSecretLaptop());
        String newTag = anEpc();

        Devices.change(laptop.toBuilder().setEpc(newTag).setKeeperNo("P0004"));

        awaitItem(laptop.getId(), "tag.epc", newTag);
        item(laptop.getId()).body("keeperNo", equalTo("P0004")).body("history[0].reason", equalTo("LEDGER_CHANGED"));
        eventually(() -> {
            assertThat(Outbox.newest(Topic.LEDGER_TAGGED_ITEMS, laptop.getEpc(), TaggedItem.parser()))
                    .isNull();
            assertThat(itemOfTag(newTag)).isEqualTo(laptop.getId());
        });
    }

    @Test
    void shouldGiveATagToTheItemThatHasItLast() {
        Device before = registered(aSecretLaptop());
        Device after = registered(aSecretLaptop().setEpc(before.getEpc()));

        awaitItem(before.getId(), "version", 2);
        item(before.getId()).body("tag", nullValue());
        item(before.getId()).body("history[0].reason", equalTo("TAG_MOVED"));
        item(after.getId()).body("tag.epc", equalTo(before.getEpc()));
        eventually(() -> assertThat(itemOfTag(before.getEpc())).isEqualTo(after.getId()));
        assertThat(Outbox.of(Topic.LEDGER_TAGGED_ITEMS, before.getEpc()))
                .as("the gates are never blind to the tag")
                .noneMatch(record -> record.value() == null);
    }

    @Test
    void shouldFollowAnItemToTheEndOfItsLifeAndBack() {
        Device laptop = registered(aSecretLaptop());

        Devices.change(laptop.toBuilder().setState("IN_REPAIR"));
        Devices.change(laptop.toBuilder().setState("SCRAPPED"));
        awaitItem(laptop.getId(), "state", "DISPOSED");
        Devices.change(laptop.toBuilder().setState("DESTROYED"));
        awaitItem(laptop.getId(), "state", "DESTROYED");
        item(laptop.getId()).body("version", equalTo(3)).body("place.cabinetCode", nullValue());
        eventually(() -> assertThat(Objects.requireNonNull(
                                Outbox.newest(Topic.LEDGER_TAGGED_ITEMS, laptop.getEpc(), TaggedItem.parser()))
                        .getState())
                .isEqualTo(CustodyState.DESTROYED));

        Devices.change(laptop.toBuilder().setState("IN_USE"));
        awaitItem(laptop.getId(), "state", "IN_PLACE");
        item(laptop.getId()).body("history[0].reason", equalTo("REINSTATED"));
    }

    @Test
    void shouldApplyEachEntryOnceAndNoOlderOneAfterIt() {
        Device laptop = aSecretLaptop().build();
        long older = Devices.nextPosition();
        RegisterEntry entry = Devices.register(laptop);
        awaitItem(laptop.getId(), "version", 1);

        Devices.publish(entry);
        Devices.publish(
                older,
                DeviceChanged.newBuilder()
                        .setDevice(laptop.toBuilder().setKeeperNo("P0201"))
                        .build());
        // Entries are applied in order: once this one is there, the two before it have been looked at.
        registered(aSecretLaptop());

        item(laptop.getId())
                .body("version", equalTo(1))
                .body("keeperNo", equalTo("P0101"))
                .body("history", hasSize(1));
    }

    @Test
    void shouldPassOverWhatCannotBeReadAndCountIt() {
        double before = unreadable();
        Device ofNoLevel = aSecretLaptop().setLevel("COSMIC").build();

        TestKafka.publishBytes(Topic.DEVICES_REGISTER, "poison", "not protobuf".getBytes(StandardCharsets.UTF_8));
        Devices.register(ofNoLevel);
        registered(aSecretLaptop());

        item(ofNoLevel.getId()).statusCode(404);
        assertThat(unreadable() - before).isEqualTo(2);
    }

    private double unreadable() {
        return metrics.counter("tallygate.kafka.unreadable", "topic", "devices.register.v1")
                .count();
    }

    private static Custody custodyOf(Device device) {
        return Objects.requireNonNull(Outbox.newest(Topic.LEDGER_CUSTODY, device.getId(), Custody.parser()));
    }

    private static String itemOfTag(String epc) {
        return Objects.requireNonNull(Outbox.newest(Topic.LEDGER_TAGGED_ITEMS, epc, TaggedItem.parser()))
                .getItemId();
    }
}
