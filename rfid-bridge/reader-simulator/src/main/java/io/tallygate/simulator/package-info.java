/**
 * An LLRP reader without a radio, for tests, benches and the demo.
 *
 * <p>{@link io.tallygate.simulator.SimulatedReader} is the reader: a TCP server that speaks the whole control plane
 * ({@link io.tallygate.simulator.ControlPlane}), takes one client at a time, sends KEEPALIVEs, reports tags while a ROSpec is started and
 * holds them until it is told to send, and remembers what was written to its outputs. {@link io.tallygate.simulator.Passage} makes the
 * reads of a tag that is carried through the gate. {@link io.tallygate.simulator.SimulatorMain} runs readers as a process with an HTTP
 * control API; {@link io.tallygate.simulator.SimCli} drives that API from a shell.
 *
 * <p>One flat package: plain records around one server.
 */
@NullMarked
package io.tallygate.simulator;

import org.jspecify.annotations.NullMarked;
