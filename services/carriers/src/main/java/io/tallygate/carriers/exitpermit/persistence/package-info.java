/** Exit permits in PostgreSQL, under row-level security. Writes go through entities, lists are projections. */
@org.jspecify.annotations.NullMarked
package io.tallygate.carriers.exitpermit.persistence;
