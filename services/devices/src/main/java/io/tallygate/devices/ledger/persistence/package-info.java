/**
 * The ledgers in PostgreSQL, by JDBC (the root package says why). Whoever calls binds a scope first: without one, row-level security
 * leaves the table empty.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.ledger.persistence;
