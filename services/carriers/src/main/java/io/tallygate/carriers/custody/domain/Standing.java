package io.tallygate.carriers.custody.domain;

/** Where an item stands in its life, as the ledger that owns it says. */
public enum Standing {
    IN_SERVICE,
    DISPOSED,
    DESTROYED
}
