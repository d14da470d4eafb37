package io.tallygate.carriers.exitpermit.persistence;

import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.exitpermit.domain.ExitPermit;
import io.tallygate.carriers.exitpermit.domain.PermitItem;
import io.tallygate.carriers.exitpermit.domain.Window;
import io.tallygate.carriers.identifier.ItemId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code exit_permit_item}. */
@Embeddable
class ItemRow {

    @Column(name = "item_id")
    UUID itemId;

    @Column(name = "department_code")
    String departmentCode;

    @Column(name = "level_rank")
    int levelRank;

    @Column(name = "live")
    boolean live;

    @Column(name = "valid_from")
    Instant validFrom;

    @Column(name = "valid_until")
    Instant validUntil;

    @Column(name = "left_at")
    @Nullable
    Instant leftAt;

    @Column(name = "returned_at")
    @Nullable
    Instant returnedAt;

    ItemRow() {}

    static ItemRow of(Item item, Window window) {
        ItemRow row = new ItemRow();
        row.itemId = item.id().value();
        row.validFrom = window.from();
        row.validUntil = window.until();
        row.live = true;
        row.writeScope(item);
        return row;
    }

    final void writeScope(Item item) {
        departmentCode = item.departmentCode();
        levelRank = item.level().rank();
    }

    void write(PermitItem item, ExitPermit permit) {
        live = permit instanceof ExitPermit.Live;
        leftAt = item.leftAt();
        returnedAt = item.returnedAt();
    }

    PermitItem toDomain() {
        return new PermitItem(new ItemId(itemId), leftAt, returnedAt);
    }
}
