package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.custody.domain.CustodyStatus;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.commons.identity.Level;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Page;
import org.jspecify.annotations.Nullable;

/** Custody as a list, in order of ledger number. */
public interface CustodyList {

    /** The name of the order, for cursors of two keys: ledger number and item id. */
    String ORDER = "ledgerNo";

    /** One line. */
    record Line(
            ItemId item,
            String ledgerNo,
            String kind,
            Level level,
            String name,
            String departmentCode,
            String keeperNo,
            @Nullable String cabinetCode,
            CustodyStatus state) {}

    Page<Line> page(CustodyFilter filter, Scope scope);
}
