/**
 * What services on PostgreSQL share: binding a caller's scope to a transaction for row-level security, and idempotency keys.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.relational;
