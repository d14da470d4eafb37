/**
 * Incidents in MongoDB, one document each, everything in it: cause, evidence, state, history, and whether it is still to be
 * published ({@code unpublished}, there or not). A change and its publication are thus one write of one document; no
 * transaction is needed. Times are microseconds since the epoch, because a BSON date would cut the gates' times to milliseconds.
 *
 * <p>Only what a MongoDB server and the one-machine stack's wire server both answer is used: no transactions, no change streams,
 * no partial indexes, no update pipelines.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.incidents.incident.persistence;
