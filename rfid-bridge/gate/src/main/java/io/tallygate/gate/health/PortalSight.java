package io.tallygate.gate.health;

import java.time.Instant;

/** What a portal sees, since when, and what keeps it from seeing. */
public sealed interface PortalSight {

    Instant since();

    /** Why it does not watch, as a stable code; empty while it watches. */
    String reason();

    /** One line for people. */
    String detail();

    /** Reports flow. */
    record Watching(Instant since) implements PortalSight {
        @Override
        public String reason() {
            return "";
        }

        @Override
        public String detail() {
            return "";
        }
    }

    /** Not yet, or only just no longer. */
    record Connecting(Instant since, String reason, String detail) implements PortalSight {}

    /** It cannot see, and has not for a while. */
    record Blind(Instant since, String reason, String detail) implements PortalSight {}
}
