package io.tallygate.llrp.client;

import io.tallygate.llrp.control.RoSpecDialect;
import java.util.Optional;

/** What one reader has refused so far, so that a reconnect does not try it all again. Lives as long as its client, on its loop. */
final class Learned {

    private boolean negotiates = true;
    private boolean keepaliveOnly;
    private boolean readsTid;
    private boolean wantsExtensions = true;
    private boolean extensionsOn;
    private boolean asksForCarrier = true;
    private RoSpecDialect dialect = RoSpecDialect.PER_ANTENNA;

    Learned(boolean wantsTid) {
        readsTid = wantsTid;
    }

    /** Whether to ask for its versions: some readers of 1.0.1 hang up on the question. */
    boolean negotiates() {
        return negotiates;
    }

    void negotiatesNoMore() {
        negotiates = false;
    }

    /** Whether it takes no configuration but the KEEPALIVE. */
    boolean isKeepaliveOnly() {
        return keepaliveOnly;
    }

    void takesKeepaliveOnly() {
        keepaliveOnly = true;
    }

    /** Whether it is asked for TIDs. */
    boolean readsTid() {
        return readsTid;
    }

    void readsNoTid() {
        readsTid = false;
    }

    /** Whether to enable its maker's extensions, if it has a maker who has some. */
    boolean wantsExtensions() {
        return wantsExtensions && asksForCarrier;
    }

    void refusesExtensions() {
        wantsExtensions = false;
    }

    void mayTakeExtensions() {
        wantsExtensions = true;
    }

    /** The connection at hand is a new one: what was enabled before is not. */
    void extensionsAreOff() {
        extensionsOn = false;
    }

    void extensionsAreOn() {
        extensionsOn = true;
    }

    /** Whether our ROSpec asks for what only the extensions have. */
    boolean asksForCarrier() {
        return extensionsOn && asksForCarrier;
    }

    /** The same dialect is tried without. */
    void asksForNoCarrier() {
        asksForCarrier = false;
    }

    /** The next ROSpec is another one: what was refused of the last may be taken of this. */
    void speakRichest() {
        dialect = RoSpecDialect.PER_ANTENNA;
    }

    RoSpecDialect dialect() {
        return dialect;
    }

    /** False when there is none simpler; the next try then begins with the richest again, for the reader may be mended by then. */
    boolean speakSimpler() {
        // Refused without the extensions as well: they were not the fault.
        asksForCarrier = true;
        Optional<RoSpecDialect> simpler = dialect.simpler();
        dialect = simpler.orElse(RoSpecDialect.PER_ANTENNA);
        return simpler.isPresent();
    }
}
