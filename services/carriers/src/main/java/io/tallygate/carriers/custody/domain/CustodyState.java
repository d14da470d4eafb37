package io.tallygate.carriers.custody.domain;

import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.identifier.PortalCode;
import java.time.Instant;

/** The state of an item's custody and since when it holds; its methods are the transitions that are legal from it. */
public sealed interface CustodyState {

    Instant since();

    CustodyStatus status();

    /** In its room or cabinet. */
    record InPlace(Instant since) implements CustodyState {

        OutUnderPermit leaveUnder(PermitId permit, PortalCode through, Instant at) {
            return new OutUnderPermit(permit, through, at);
        }

        Missing leaveUnpermitted(PortalCode through, Instant at) {
            return new Missing(through, at);
        }

        Disposed dispose(Instant at) {
            return new Disposed(at);
        }

        Destroyed destroy(Instant at) {
            return new Destroyed(at);
        }

        @Override
        public CustodyStatus status() {
            return CustodyStatus.IN_PLACE;
        }
    }

    /** Carried out under {@code permit}. */
    record OutUnderPermit(PermitId permit, PortalCode through, Instant since) implements CustodyState {

        OutUnderPermit leaveUnder(PermitId other, PortalCode next, Instant at) {
            return new OutUnderPermit(other, next, at);
        }

        /** Out through one portal as permitted, then through another that the permit does not name. */
        Missing leaveUnpermitted(PortalCode next, Instant at) {
            return new Missing(next, at);
        }

        InPlace comeBack(Instant at) {
            return new InPlace(at);
        }

        Disposed dispose(Instant at) {
            return new Disposed(at);
        }

        Destroyed destroy(Instant at) {
            return new Destroyed(at);
        }

        @Override
        public CustodyStatus status() {
            return CustodyStatus.OUT_UNDER_PERMIT;
        }
    }

    /** Left without a permit, last seen at {@code through}. */
    record Missing(PortalCode through, Instant since) implements CustodyState {

        /** Its way back in was not seen; that it now leaves with a permit says that it was back. */
        OutUnderPermit leaveUnder(PermitId permit, PortalCode next, Instant at) {
            return new OutUnderPermit(permit, next, at);
        }

        InPlace comeBack(Instant at) {
            return new InPlace(at);
        }

        Disposed dispose(Instant at) {
            return new Disposed(at);
        }

        Destroyed destroy(Instant at) {
            return new Destroyed(at);
        }

        @Override
        public CustodyStatus status() {
            return CustodyStatus.MISSING;
        }
    }

    /** Sanitised and given away (D14). */
    record Disposed(Instant since) implements CustodyState {

        Destroyed destroy(Instant at) {
            return new Destroyed(at);
        }

        /** The ledger corrected itself. */
        InPlace reinstate(Instant at) {
            return new InPlace(at);
        }

        @Override
        public CustodyStatus status() {
            return CustodyStatus.DISPOSED;
        }
    }

    /** Destroyed (C24). */
    record Destroyed(Instant since) implements CustodyState {

        Disposed dispose(Instant at) {
            return new Disposed(at);
        }

        /** The ledger corrected itself. */
        InPlace reinstate(Instant at) {
            return new InPlace(at);
        }

        @Override
        public CustodyStatus status() {
            return CustodyStatus.DESTROYED;
        }
    }
}
