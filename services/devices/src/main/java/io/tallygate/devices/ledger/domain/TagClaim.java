package io.tallygate.devices.ledger.domain;

import java.util.UUID;

/**
 * What keeps a tag from going onto another device.
 *
 * @param key EPC or TID
 * @param device that has it, or had it
 * @param retired whether it was given up: then that device alone may take it back
 */
public record TagClaim(UniqueKey key, UUID device, boolean retired) {}
