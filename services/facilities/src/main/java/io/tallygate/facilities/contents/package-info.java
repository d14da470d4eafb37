/**
 * What is in a cabinet (G3, R9): custody as {@code carriers} publishes it on {@code ledger.custody.v1}, kept here by cabinet.
 *
 * <p>{@code messaging} writes the projection, the newest version of each item winning, so that a record may come twice or late.
 * {@code TRUNCATE cabinet_item} with the offsets of group {@code facilities} set back to the start rebuilds it. Reading goes
 * through two layers: the query names the caller's scope, and row-level security holds it again.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.contents;
