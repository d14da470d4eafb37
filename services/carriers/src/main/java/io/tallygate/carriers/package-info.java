/**
 * Custody of every accountable item, and the permits under which items leave.
 *
 * <p>{@code custody} follows two streams: the device register says which items there are, the gates say which of them left and
 * came back. What it concludes it publishes to the gates ({@code ledger.tagged-items.v1}) and to the other services
 * ({@code ledger.custody.v1}). {@code exitpermit} holds carry-out permits (C17) from request over two approvals to their end, and
 * publishes them to the gates ({@code ledger.exit-permits.v1}). Permits know custody; custody asks for permits only through
 * {@link io.tallygate.carriers.custody.application.PermitLookup}.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.carriers;
