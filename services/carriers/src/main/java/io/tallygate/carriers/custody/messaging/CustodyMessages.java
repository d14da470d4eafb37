package io.tallygate.carriers.custody.messaging;

import com.google.protobuf.Timestamp;
import io.tallygate.carriers.custody.domain.CustodyState;
import io.tallygate.carriers.custody.domain.CustodyStatus;
import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.custody.domain.Tag;
import io.tallygate.contracts.ledger.v1.Custody;
import io.tallygate.contracts.ledger.v1.TaggedItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Custody as the topics carry it: no titles, no names. */
final class CustodyMessages {

    private CustodyMessages() {}

    static Custody custody(io.tallygate.carriers.custody.domain.Custody custody) {
        Item item = custody.item();
        Tag tag = item.tag();
        CustodyState state = custody.state();
        return Custody.newBuilder()
                .setItemId(item.id().toString())
                .setLedgerNo(item.ledgerNo())
                .setKind(item.kind())
                .setLevelRank(item.level().rank())
                .setDepartmentCode(item.departmentCode())
                .setKeeperNo(item.keeperNo())
                .setCabinetCode(orEmpty(item.cabinetCode()))
                .setEpc(tag == null ? "" : tag.epc())
                .setTid(tag == null ? "" : orEmpty(tag.tid()))
                .setState(state(state.status()))
                .setPermitId(
                        state instanceof CustodyState.OutUnderPermit out
                                ? out.permit().toString()
                                : "")
                .setSince(timestamp(state.since()))
                .setVersion(custody.version())
                .build();
    }

    static TaggedItem taggedItem(io.tallygate.carriers.custody.domain.Custody custody, Tag tag) {
        Item item = custody.item();
        return TaggedItem.newBuilder()
                .setEpc(tag.epc())
                .setTid(orEmpty(tag.tid()))
                .setItemId(item.id().toString())
                .setKind(item.kind())
                .setLevelRank(item.level().rank())
                .setState(state(custody.state().status()))
                .setDepartmentCode(item.departmentCode())
                .build();
    }

    static CustodyStatus status(io.tallygate.contracts.ledger.v1.CustodyState state) {
        return CustodyStatus.valueOf(state.name());
    }

    private static io.tallygate.contracts.ledger.v1.CustodyState state(CustodyStatus status) {
        return io.tallygate.contracts.ledger.v1.CustodyState.valueOf(status.name());
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
