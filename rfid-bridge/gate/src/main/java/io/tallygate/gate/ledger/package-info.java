/**
 * What a gate knows of the ledger: items by EPC, exit permits by item, portals. Plain values; no titles, contents or names
 * reach a gate host.
 */
@NullMarked
package io.tallygate.gate.ledger;

import org.jspecify.annotations.NullMarked;
