/**
 * Three collections. {@code tags}: by EPC, the item it is on, and for each portal the newest visit, from which the next reads go
 * on, and the newest crossing. {@code sightings}: the history, a document for each visit and each crossing; a visit that goes on is
 * there as it began, and as it ended once the next one begins. {@code items}: which tag an item had.
 *
 * <p>Every write states whole values under an id that derives from what it is about, history first, tags last. So a batch that
 * is delivered again, wherever it was cut off, comes to the same. A portal's reads and crossings come through one partition each, so
 * nobody else writes a portal's member of a tag at the same time. A tag that stays in sight costs one look-up and one write a batch,
 * however often it is read.
 *
 * <p>A sighting carries department and level of the item that its tag is on, to narrow lists. They may lag behind for a moment;
 * who may see it is decided by the tag itself, always.
 *
 * <p>All look-ups of the consumers are by {@code _id}: the one-machine stack's wire server has no other index. Only what it and
 * a MongoDB server both answer is used.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.sightings.tag.persistence;
