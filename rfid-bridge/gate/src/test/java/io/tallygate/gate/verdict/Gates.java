package io.tallygate.gate.verdict;

import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.Zone;
import io.tallygate.gate.ledger.FailMode;
import io.tallygate.gate.ledger.ItemId;
import io.tallygate.gate.ledger.ItemState;
import io.tallygate.gate.ledger.KnownItem;
import io.tallygate.gate.ledger.KnownPermit;
import io.tallygate.gate.ledger.PermitId;
import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.gate.ledger.PortalPlan;
import io.tallygate.gate.ledger.Tid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words for the verdict scenarios. */
final class Gates {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final PortalCode HERE = new PortalCode("P-101");
    static final PortalCode ELSEWHERE = new PortalCode("P-102");

    /** GIAI-96 under company prefix 0614141 (7 digits, partition 5). */
    static final Epc OUR_TAG = new Epc("3414257BF400000000000001");

    /** GIAI-96 under company prefix 9999999. */
    static final Epc THEIR_TAG = new Epc("341662" + "59FC" + "00000000000001");

    private static final ItemId LAPTOP = new ItemId("item-1");

    private Gates() {}

    static PortalPlan portal(FailMode failMode) {
        return new PortalPlan(
                HERE,
                "R-101",
                new PortalPlan.ReaderAddress("127.0.0.1", 5084, false),
                Map.of(1, Zone.INSIDE, 3, Zone.OUTSIDE),
                1,
                Duration.ofSeconds(5),
                failMode,
                Duration.ofMinutes(10));
    }

    static KnownItem aLaptop(ItemState state) {
        return new KnownItem(OUR_TAG, LAPTOP, "LAPTOP", 4, "RD", state, new Tid("E2801160"));
    }

    static KnownPermit aPermit(PortalCode portal, Instant from, Instant until) {
        return new KnownPermit(new PermitId("permit-1"), true, Set.of(LAPTOP), Set.of(portal), from, until);
    }

    static KnownPermit aPermitForToday(PortalCode portal) {
        return aPermit(portal, NOON.minusSeconds(3600), NOON.plusSeconds(3600));
    }

    static Scene out(@Nullable KnownItem item, KnownPermit... permits) {
        return new Scene(Direction.OUT, item, List.of(permits), Duration.ZERO, FailMode.SECURE, OUR_TAG, null);
    }

    static Scene in(@Nullable KnownItem item) {
        return new Scene(Direction.IN, item, List.of(), Duration.ZERO, FailMode.SECURE, OUR_TAG, null);
    }

    /** A passage in the making. */
    record Scene(
            Direction direction,
            @Nullable KnownItem item,
            List<KnownPermit> permits,
            @Nullable Duration age,
            FailMode failMode,
            Epc epc,
            @Nullable Tid tid) {

        Scene withLedgerAged(@Nullable Duration aged) {
            return new Scene(direction, item, permits, aged, failMode, epc, tid);
        }

        Scene atAnOpenPortal() {
            return new Scene(direction, item, permits, age, FailMode.OPEN, epc, tid);
        }

        Scene of(Epc tag) {
            return new Scene(direction, item, permits, age, failMode, tag, tid);
        }

        Scene reading(String chip) {
            return new Scene(direction, item, permits, age, failMode, epc, new Tid(chip));
        }

        Judgement judged() {
            return new GateRules(new CompanyPrefixes(Set.of("0614141")))
                    .judge(new Passage(portal(failMode), epc, direction, tid, NOON, item, permits, age));
        }
    }
}
