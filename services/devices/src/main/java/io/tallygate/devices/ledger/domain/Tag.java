package io.tallygate.devices.ledger.domain;

import org.jspecify.annotations.Nullable;

/** The RFID tag on a device; without its TID enrolled a copied tag cannot be told. */
public record Tag(Epc epc, @Nullable Tid tid) {}
