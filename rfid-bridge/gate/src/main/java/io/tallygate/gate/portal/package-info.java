/**
 * One ordered pipeline per reader, all of it on the reader's event loop:
 *
 * <pre>
 *   report → ReadClock (when, on our clock; live or late) → CrossingDetector → GateRules
 *          → the journal (mapped memory) → AlarmOutput: the GPO write, before anything that could wait
 *          → at the end of the report: crossings and reads (ReadBatcher) to the SpoolWriter
 * </pre>
 *
 * <p>{@link io.tallygate.gate.portal.PortalWatch} is one portal with its reader's client; {@link
 * io.tallygate.gate.portal.PortalWatches} follows the portals of the replica and starts, changes and stops watches.
 */
@NullMarked
package io.tallygate.gate.portal;

import org.jspecify.annotations.NullMarked;
