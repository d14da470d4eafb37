package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.custody.domain.Custody;
import io.tallygate.carriers.identifier.ItemId;
import java.util.List;
import java.util.Optional;

/** Custody of all items that the running transaction's scope covers. */
public interface Custodies {

    /** Items that are there and in scope, in no particular order. */
    List<Custody> findAll(List<ItemId> items);

    Optional<Custody> find(ItemId item);

    /** As {@link #find}, and nobody else changes it before this transaction ends. */
    Optional<Custody> forChange(ItemId item);

    /** The item that has the tag now, locked as by {@link #forChange}. */
    Optional<Custody> holderOf(String epc);

    /** Adds or changes. It is in the database when this returns, so that a tag given up can be given to another item. */
    void save(Custody custody);
}
