package io.tallygate.simulator;

import io.tallygate.llrp.control.RoSpecDialect;
import org.jspecify.annotations.Nullable;

/**
 * What kind of reader is played.
 *
 * @param newest whether it speaks LLRP 1.1 beside 1.0.1
 * @param hangsUpOnVersions whether it closes the connection over a message of LLRP 1.1, as some of 1.0.1 do
 * @param utcClock whether it knows the time of day; else its times count from its start
 * @param dialect the most telling ROSpec it takes
 * @param readsTid whether it takes an AccessSpec; while one is enabled that reads them, TIDs are reported as the results of its operation
 * @param takesEvents whether it takes a ReaderEventNotificationSpec; without one it tells of next to no events
 * @param outputs how many it has; a configuration that writes to another is refused as a whole
 * @param certificate what it shows over TLS; null for a reader in the clear
 * @param extensions whether it is one of Impinj's, and what it makes of their extensions
 */
public record ReaderProfile(
        boolean newest,
        boolean hangsUpOnVersions,
        boolean utcClock,
        RoSpecDialect dialect,
        boolean readsTid,
        boolean takesEvents,
        int outputs,
        @Nullable ReaderCertificate certificate,
        Extensions extensions) {

    private static final int USUAL_OUTPUTS = 4;

    /** LLRP 1.0.1 in the clear, with four outputs and the time of day, taking whatever it is asked for. */
    public static ReaderProfile usual() {
        return new ReaderProfile(
                false, false, true, RoSpecDialect.PER_ANTENNA, true, true, USUAL_OUTPUTS, null, Extensions.FOREIGN);
    }

    /** The same, speaking LLRP 1.1. */
    public ReaderProfile ofLlrp11() {
        return new ReaderProfile(
                true, false, utcClock, dialect, readsTid, takesEvents, outputs, certificate, extensions);
    }

    /** The same, hanging up when asked for its versions. */
    public ReaderProfile hangingUpOnVersions() {
        return new ReaderProfile(
                false, true, utcClock, dialect, readsTid, takesEvents, outputs, certificate, extensions);
    }

    /** The same without the time of day. */
    public ReaderProfile withUptimeOnly() {
        return new ReaderProfile(
                newest, hangsUpOnVersions, false, dialect, readsTid, takesEvents, outputs, certificate, extensions);
    }

    /** The same, refusing every ROSpec that says more than {@code most}. */
    public ReaderProfile takingAtMost(RoSpecDialect most) {
        return new ReaderProfile(
                newest, hangsUpOnVersions, utcClock, most, readsTid, takesEvents, outputs, certificate, extensions);
    }

    /** The same, refusing AccessSpecs. */
    public ReaderProfile withoutTid() {
        return new ReaderProfile(
                newest, hangsUpOnVersions, utcClock, dialect, false, takesEvents, outputs, certificate, extensions);
    }

    /** The same, refusing a configuration that speaks of events. */
    public ReaderProfile takingNoEvents() {
        return new ReaderProfile(
                newest, hangsUpOnVersions, utcClock, dialect, readsTid, false, outputs, certificate, extensions);
    }

    /** The same over TLS. */
    public ReaderProfile showing(ReaderCertificate shown) {
        return new ReaderProfile(
                newest, hangsUpOnVersions, utcClock, dialect, readsTid, takesEvents, outputs, shown, extensions);
    }

    /** The same without any output: nothing can sound there. */
    public ReaderProfile withoutOutputs() {
        return new ReaderProfile(
                newest, hangsUpOnVersions, utcClock, dialect, readsTid, takesEvents, 0, certificate, extensions);
    }

    /** The same as one of Impinj's, which tells phase, Doppler and finer strength when asked to. */
    public ReaderProfile ofImpinj() {
        return ofImpinj(Extensions.TAKEN);
    }

    /** The same as one of Impinj's that makes this of their extensions. */
    public ReaderProfile ofImpinj(Extensions made) {
        return new ReaderProfile(
                newest, hangsUpOnVersions, utcClock, dialect, readsTid, takesEvents, outputs, certificate, made);
    }
}
