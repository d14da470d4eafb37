package io.tallygate.gate.relay;

import org.slf4j.Logger;

/** Tells once that something went away and once that it is back, however often it is tried in between. One thread. */
public final class OutageLog {
    private final Logger log;
    private final String what;
    private boolean away;

    /** @param what a sentence's beginning: "sending to Kafka" */
    public OutageLog(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    public void failed(Exception why) {
        if (away) {
            log.debug("{} still fails: {}", what, why.getMessage());
        } else {
            log.warn("{} fails and is tried on: {}", what, why.getMessage());
        }
        away = true;
    }

    public void succeeded() {
        if (away) {
            log.info("{} works again", what);
        }
        away = false;
    }
}
