package io.tallygate.carriers.custody.domain;

import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.commons.identity.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger that owns an item says of it. {@code toString} tells the id only (logs hold no titles).
 *
 * @param keeperNo person number of who answers for it
 * @param cabinetCode null when it has no cabinet
 * @param tag null when it has no tag
 */
public record Item(
        ItemId id,
        String ledgerNo,
        String kind,
        Level level,
        String name,
        String departmentCode,
        String keeperNo,
        @Nullable String cabinetCode,
        @Nullable Tag tag) {

    Item withoutTag() {
        return new Item(id, ledgerNo, kind, level, name, departmentCode, keeperNo, cabinetCode, null);
    }

    @Override
    public String toString() {
        return "Item[" + id + "]";
    }
}
