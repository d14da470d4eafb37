/**
 * Three collections. {@code tags}: by EPC, the item it is on and the last place. {@code sightings}: the history, a document for each
 * visit and each crossing. {@code places}: the newest visit of each tag at each portal, from which the next reads go on;
 * {@code items}: which tag an item had. Every write states whole values under an id that derives from what it is about, in this order:
 * history, last place, newest visit. So a batch that is delivered again, wherever it was cut off, comes to the same.
 *
 * <p>All look-ups of the consumers are by {@code _id}: the one-machine stack's wire server has no other index. Only what it and
 * a MongoDB server both answer is used.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.sightings.tag.persistence;
