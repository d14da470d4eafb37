/**
 * The ledgers of computers and removable media (D1 to D3, G2, G4).
 *
 * <p>{@code ledger} registers, changes, reads and lists devices; {@code imports} takes whole ledgers over from CSV files;
 * {@code directory} knows the departments, people and cabinets that both check against. Every change is a row, its register entry
 * and nothing else in one transaction; the register tells the rest of the system.
 *
 * <p>Persistence is plain JDBC: a device registered by hand and a thousand of an import take the same statements, lists are
 * projections anyway, and no relation is ever walked, so an object-relational mapping would only be a second description
 * of one table.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices;
