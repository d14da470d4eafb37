package io.tallygate.standalone;

/**
 * How to come up.
 *
 * @param demo with the demo data and a simulated reader for each demo portal
 * @param detach return once everything is ready, and leave it running
 * @param reset drop all state first
 */
record UpOptions(boolean demo, boolean detach, boolean reset) {
    String label() {
        return demo ? "demo" : "plain";
    }
}
