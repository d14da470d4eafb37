package io.tallygate.simulator;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The reader's inputs, and the contacts that its outputs are wired back to them with. On the reader's event loop. */
final class InputBank {

    private final int ports;
    private final BitSet high = new BitSet();
    private final BitSet watched = new BitSet();
    private final Map<Integer, Integer> contacts = new HashMap<>();

    InputBank(int ports) {
        this.ports = ports;
    }

    int ports() {
        return ports;
    }

    boolean has(int port) {
        return port >= 1 && port <= ports;
    }

    boolean isHigh(int port) {
        return high.get(port);
    }

    void set(int port, boolean isHigh) {
        high.set(port, isHigh);
    }

    /** Whether the client has asked to be told of that input. */
    boolean isWatched(int port) {
        return watched.get(port);
    }

    void watch(int port, boolean wanted) {
        watched.set(port, wanted);
    }

    /** As after a restart: nobody has asked for anything. What is wired stays wired. */
    void forget() {
        watched.clear();
    }

    /** @param input 0 cuts the contact of that output */
    void wire(int output, int input) {
        contacts.put(output, input);
    }

    /** The input that a contact of this output drives; 0 for none. */
    int drivenBy(int output) {
        return contacts.getOrDefault(output, 0);
    }
}
