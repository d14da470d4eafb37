package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.custody.domain.Standing;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a ledger's register.
 *
 * @param position dense from 1
 * @param actor who made the change there
 * @param change what it says of an item; empty when it is about something else
 */
public record LedgerEntry(long position, String actor, Instant recordedAt, Optional<Change> change) {

    /** The whole state of the item after the change. */
    public record Change(Item item, Standing standing) {}
}
