package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.exitpermit.domain.ActivePermit;
import io.tallygate.carriers.exitpermit.domain.ExitPermit;
import io.tallygate.carriers.exitpermit.domain.PendingPermit;
import io.tallygate.carriers.exitpermit.domain.Window;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.commons.identity.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All permits. */
public interface ExitPermits {

    /** Lets one request at a time pass until its transaction ends: two could otherwise both find an item free. */
    void takeTurns();

    /** The next number of the year, without gaps, e.g. {@code EP-2026-000042}. */
    String nextNumber(int year);

    /** Those of {@code items} that a permit, still live at {@code now}, names in a time that overlaps {@code window}. */
    Set<ItemId> permitted(List<ItemId> items, Window window, Instant now, Optional<PermitId> except);

    /** @param items what it names, whose departments and levels say who sees it */
    void add(PendingPermit permit, List<Item> items);

    /** The permit as stored, locked until the transaction ends; empty when it is not there or not in scope. */
    Optional<ExitPermit> forChange(PermitId id, Scope scope);

    void save(ExitPermit permit);

    /** Active permits under which the item left and has not come back, locked. */
    List<ActivePermit> underWhichIsOut(ItemId item);

    /** Live permits whose window was over at {@code now}, locked, leaving out those another instance is busy with. */
    List<ExitPermit.Live> overdue(Instant now, int limit);

    /** An item's department or level changed, so who sees the permits that name it may change too. */
    void rescope(Item item);
}
