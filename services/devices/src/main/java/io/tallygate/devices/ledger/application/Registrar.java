package io.tallygate.devices.ledger.application;

import io.tallygate.commons.identity.Scope;

/** Who writes into the ledgers, and what they may see of them. */
public record Registrar(String username, Scope scope) {}
