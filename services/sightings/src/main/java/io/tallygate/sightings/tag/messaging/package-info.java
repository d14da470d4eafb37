/**
 * Three topics in, whole batches at a time: however fast the antennas read, a batch costs one write for each tag in sight. One topic
 * out: EPCs that are at two places at once. Records are acknowledged once their effect is kept.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.sightings.tag.messaging;
