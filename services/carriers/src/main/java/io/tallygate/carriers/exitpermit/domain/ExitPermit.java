package io.tallygate.carriers.exitpermit.domain;

import java.time.Instant;

/** A permit in one of its states. */
public sealed interface ExitPermit permits ExitPermit.Live, EndedPermit {

    PermitFile file();

    PermitState state();

    /** The permit as it is at {@code now}: its window passes whether or not anybody has written that down yet. */
    ExitPermit asOf(Instant now);

    /** A permit that may still let something out. */
    sealed interface Live extends ExitPermit permits PendingPermit, ActivePermit {

        default EndedPermit revoke() {
            return new EndedPermit(file().nextVersion(), End.REVOKED);
        }

        default EndedPermit expire() {
            return new EndedPermit(file().nextVersion(), End.EXPIRED);
        }

        @Override
        default ExitPermit asOf(Instant now) {
            return file().terms().window().isOver(now) ? new EndedPermit(file(), End.EXPIRED) : this;
        }
    }
}
