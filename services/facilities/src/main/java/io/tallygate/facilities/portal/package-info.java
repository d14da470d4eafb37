/**
 * Portals 门禁通道 (G1): the reader at a room's exit, which of its antennas look inside and which outside, which output sounds the
 * alarm, and what the gate does when it does not know. {@code facilities.portals.v1} carries them to the gate.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.portal;
