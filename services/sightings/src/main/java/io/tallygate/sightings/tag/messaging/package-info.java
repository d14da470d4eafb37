/**
 * Three topics in, whole batches at a time: however fast the antennas read, a batch costs a few writes for each tag and portal in
 * it. Records are acknowledged once their effect is kept.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.sightings.tag.messaging;
