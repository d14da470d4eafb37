package io.tallygate.carriers.custody;

import static io.tallygate.carriers.CarriersApi.anActivePermitFor;
import static io.tallygate.carriers.CarriersApi.awaitCrossing;
import static io.tallygate.carriers.CarriersApi.awaitItem;
import static io.tallygate.carriers.CarriersApi.eventually;
import static io.tallygate.carriers.CarriersApi.item;
import static io.tallygate.carriers.CarriersApi.permit;
import static io.tallygate.carriers.CarriersApi.revoke;
import static io.tallygate.carriers.Devices.aSecretLaptop;
import static io.tallygate.carriers.Devices.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.carriers.Devices;
import io.tallygate.carriers.Gates;
import io.tallygate.carriers.Outbox;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.devices.v1.Device;
import io.tallygate.contracts.ledger.v1.ExitPermit;
import io.tallygate.contracts.ledger.v1.PermitState;
import io.tallygate.contracts.ledger.v1.TaggedItem;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.testkit.TestKafka;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GateConsumerTest {

    @Inject
    MeterRegistry metrics;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO_PERMIT",
                "PERMIT_EXPIRED",
                "PERMIT_NOT_YET_VALID",
                "WRONG_PORTAL",
                "TAG_MISMATCH",
                "STATE_UNKNOWN"
            })
    void shouldMissAnItemThatLeftWithAnAlarm(String reason) {
        Device laptop = registered(aSecretLaptop());

        Crossing crossing = Gates.see(Gates.alarm(laptop, reason));

        awaitItem(laptop.getId(), "state", "MISSING");
        item(laptop.getId())
                .body("place.portalCode", equalTo("P-101"))
                .body("place.roomCode", equalTo("R-101"))
                .body("history[0].reason", equalTo(reason))
                .body("history[0].actor", equalTo("system:rfid-bridge"))
                .body("history[0].crossingId", equalTo(crossing.getCrossingId()))
                .body("history[0].portalCode", equalTo("P-101"));
        eventually(() -> assertThat(Objects.requireNonNull(
                                Outbox.newest(Topic.LEDGER_TAGGED_ITEMS, laptop.getEpc(), TaggedItem.parser()))
                        .getState()
                        .name())
                .isEqualTo("MISSING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "RETURN_UNEXPECTED"})
    void shouldHaveAnItemBackInPlaceWhenItCameIn(String reason) {
        Device laptop = registered(aSecretLaptop());
        Gates.see(Gates.alarm(laptop, "NO_PERMIT"));
        awaitItem(laptop.getId(), "state", "MISSING");

        Gates.see(Gates.inward(laptop, reason));

        awaitItem(laptop.getId(), "state", "IN_PLACE");
        item(laptop.getId()).body("history[0].reason", equalTo(reason)).body("place.cabinetCode", notNullValue());
    }

    @Test
    void shouldCarryAnItemOutUnderItsPermitAndCloseThePermitWhenEverythingIsBack() {
        Device laptop = registered(aSecretLaptop());
        Device drive = registered(aSecretLaptop().setKind("USB_DRIVE"));
        String permit = anActivePermitFor(laptop, drive);

        Gates.see(Gates.permitted(laptop, permit));
        awaitItem(laptop.getId(), "state", "OUT_UNDER_PERMIT");
        item(laptop.getId())
                .body("permit.id", equalTo(permit))
                .body("permit.permitNo", notNullValue())
                .body("permit.validUntil", notNullValue())
                .body("permit.returnBy", notNullValue())
                .body("history[0].permitId", equalTo(permit));
        Gates.see(Gates.inward(laptop, "RETURNED"));
        awaitItem(laptop.getId(), "state", "IN_PLACE");
        permit(permit).body("state", equalTo("ACTIVE"));

        Gates.see(Gates.permitted(drive, permit));
        awaitItem(drive.getId(), "state", "OUT_UNDER_PERMIT");
        Gates.see(Gates.inward(drive, "RETURNED"));
        eventually(() -> permit(permit).body("state", equalTo("CLOSED")));
        eventually(() -> assertThat(
                        Objects.requireNonNull(Outbox.newest(Topic.LEDGER_EXIT_PERMITS, permit, ExitPermit.parser()))
                                .getState())
                .isEqualTo(PermitState.CLOSED));
    }

    @Test
    void shouldApplyACrossingOnceHoweverOftenItComes() {
        Device laptop = registered(aSecretLaptop());
        Crossing out = Gates.see(Gates.alarm(laptop, "NO_PERMIT"));
        awaitItem(laptop.getId(), "state", "MISSING");
        Gates.see(Gates.inward(laptop, "RETURN_UNEXPECTED"));
        awaitItem(laptop.getId(), "state", "IN_PLACE");

        Gates.see(out);
        Crossing after = Gates.see(Gates.inward(laptop, "RETURN_UNEXPECTED"));
        awaitCrossing(laptop.getId(), after.getCrossingId());

        item(laptop.getId())
                .body("state", equalTo("IN_PLACE"))
                .body("history.findAll { it.crossingId == '" + out.getCrossingId() + "' }", hasSize(1));
    }

    @Test
    void shouldRecordALateCrossingWithoutGoingBackToIt() {
        Device laptop = registered(aSecretLaptop());

        Crossing late = Gates.see(Gates.alarm(laptop, "NO_PERMIT")
                .setDecidedAtUs(Gates.micros(Instant.now().minusSeconds(3600))));

        awaitCrossing(laptop.getId(), late.getCrossingId());
        item(laptop.getId())
                .body("state", equalTo("IN_PLACE"))
                .body("version", equalTo(1))
                .body("history[0].type", equalTo("NOTED"))
                .body("history[0].note", equalTo("LATE"))
                .body("history[0].reason", equalTo("NO_PERMIT"));
    }

    @Test
    void shouldNotBringADestroyedItemBackToLife() {
        Device laptop = registered(aSecretLaptop());
        Devices.change(laptop.toBuilder().setState("DESTROYED"));
        awaitItem(laptop.getId(), "state", "DESTROYED");

        Crossing ghost = Gates.see(Gates.alarm(laptop, "GHOST_ITEM"));

        awaitCrossing(laptop.getId(), ghost.getCrossingId());
        item(laptop.getId()).body("state", equalTo("DESTROYED")).body("history[0].note", equalTo("NO_CHANGE"));
    }

    @Test
    void shouldJudgeByItsOwnPermitsWhatTheGateCouldNotJudge() {
        Device laptop = registered(aSecretLaptop());
        String permit = anActivePermitFor(laptop);

        Gates.see(Gates.alarm(laptop, "STATE_UNKNOWN").clearItemId());

        awaitItem(laptop.getId(), "state", "OUT_UNDER_PERMIT");
        item(laptop.getId()).body("permit.id", equalTo(permit));
    }

    @Test
    void shouldKeepAnItemOutWhenItsPermitIsRevokedMeanwhile() {
        Device laptop = registered(aSecretLaptop());
        String permit = anActivePermitFor(laptop);
        Gates.see(Gates.permitted(laptop, permit));
        awaitItem(laptop.getId(), "state", "OUT_UNDER_PERMIT");

        revoke("officer", permit).statusCode(200);
        item(laptop.getId()).body("state", equalTo("OUT_UNDER_PERMIT"));

        Gates.see(Gates.inward(laptop, "RETURNED"));
        awaitItem(laptop.getId(), "state", "IN_PLACE");
        permit(permit).body("state", equalTo("REVOKED"));
    }

    @Test
    void shouldPassOverWhatCannotBeReadAndCountTagsOfNoItem() {
        double unreadable = count("tallygate.kafka.unreadable", "topic", "rfid.crossings.v1");
        double ofNoItem = count("tallygate.crossings.of.no.item");
        Device stranger = aSecretLaptop().build();
        Device laptop = registered(aSecretLaptop());

        TestKafka.publishBytes(Topic.RFID_CROSSINGS, laptop.getEpc(), "junk".getBytes(StandardCharsets.UTF_8));
        Gates.see(Gates.alarm(laptop, "NO_PERMIT").setCrossingId("not a uuid"));
        Gates.see(Gates.alarm(stranger, "UNREGISTERED_TAG"));
        Gates.see(Gates.alarm(laptop, "NO_PERMIT"));

        awaitItem(laptop.getId(), "state", "MISSING");
        eventually(() ->
                assertThat(count("tallygate.crossings.of.no.item") - ofNoItem).isEqualTo(1));
        assertThat(count("tallygate.kafka.unreadable", "topic", "rfid.crossings.v1") - unreadable)
                .isEqualTo(2);
    }

    private double count(String name, String... tags) {
        return metrics.counter(name, tags).count();
    }
}
