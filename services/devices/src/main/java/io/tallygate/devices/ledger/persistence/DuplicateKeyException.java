package io.tallygate.devices.ledger.persistence;

import io.tallygate.devices.ledger.domain.UniqueKey;

/** Another transaction took a key between the look and the write; only the database could see both. */
public final class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UniqueKey key;

    DuplicateKeyException(UniqueKey key) {
        super(key.name());
        this.key = key;
    }

    public UniqueKey key() {
        return key;
    }
}
