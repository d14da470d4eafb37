package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.custody.domain.Custody;
import java.time.Instant;

/**
 * Custody of an item changed; told within the service, in the transaction of the change.
 *
 * @param at when it happened
 */
public record CustodyMoved(Custody before, Custody after, Instant at) {}
