package io.tallygate.carriers.custody.persistence;

import io.tallygate.carriers.custody.domain.Custody;
import io.tallygate.carriers.custody.domain.CustodyState;
import io.tallygate.carriers.custody.domain.CustodyStatus;
import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.custody.domain.Tag;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.identifier.PortalCode;
import io.tallygate.commons.identity.Level;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code custody}. */
@Entity(name = "Custody")
@Table(name = "custody")
class CustodyEntity {

    @Id
    @Column(name = "item_id")
    UUID itemId;

    @Column(name = "ledger_no")
    String ledgerNo;

    @Column(name = "kind")
    String kind;

    @Column(name = "level_rank")
    int levelRank;

    @Column(name = "name")
    String name;

    @Column(name = "department_code")
    String departmentCode;

    @Column(name = "keeper_no")
    String keeperNo;

    @Column(name = "cabinet_code")
    @Nullable
    String cabinetCode;

    @Column(name = "epc")
    @Nullable
    String epc;

    @Column(name = "tid")
    @Nullable
    String tid;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    CustodyStatus state;

    @Column(name = "permit_id")
    @Nullable
    UUID permitId;

    @Column(name = "portal_code")
    @Nullable
    String portalCode;

    @Column(name = "since")
    Instant since;

    @Column(name = "version")
    long version;

    CustodyEntity() {}

    static CustodyEntity of(Custody custody) {
        CustodyEntity entity = new CustodyEntity();
        entity.itemId = custody.item().id().value();
        entity.write(custody);
        return entity;
    }

    final void write(Custody custody) {
        Item item = custody.item();
        Tag tag = item.tag();
        ledgerNo = item.ledgerNo();
        kind = item.kind();
        levelRank = item.level().rank();
        name = item.name();
        departmentCode = item.departmentCode();
        keeperNo = item.keeperNo();
        cabinetCode = item.cabinetCode();
        epc = tag == null ? null : tag.epc();
        tid = tag == null ? null : tag.tid();
        writeState(custody.state());
        version = custody.version();
    }

    private void writeState(CustodyState custodyState) {
        state = custodyState.status();
        since = custodyState.since();
        permitId = custodyState instanceof CustodyState.OutUnderPermit out
                ? out.permit().value()
                : null;
        portalCode = switch (custodyState) {
            case CustodyState.OutUnderPermit out -> out.through().value();
            case CustodyState.Missing missing -> missing.through().value();
            case CustodyState.InPlace here -> null;
            case CustodyState.Disposed disposed -> null;
            case CustodyState.Destroyed destroyed -> null;
        };
    }

    Custody toDomain() {
        return new Custody(item(), state(), version);
    }

    private Item item() {
        return new Item(
                new ItemId(itemId),
                ledgerNo,
                kind,
                Level.ofRank(levelRank).orElseThrow(),
                name,
                departmentCode,
                keeperNo,
                cabinetCode,
                epc == null ? null : new Tag(epc, tid));
    }

    private CustodyState state() {
        return switch (state) {
            case IN_PLACE -> new CustodyState.InPlace(since);
            case OUT_UNDER_PERMIT ->
                new CustodyState.OutUnderPermit(new PermitId(Objects.requireNonNull(permitId)), portal(), since);
            case MISSING -> new CustodyState.Missing(portal(), since);
            case DISPOSED -> new CustodyState.Disposed(since);
            case DESTROYED -> new CustodyState.Destroyed(since);
        };
    }

    private PortalCode portal() {
        return new PortalCode(Objects.requireNonNull(portalCode));
    }
}
