package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.custody.domain.Crossing;
import io.tallygate.carriers.custody.domain.Custody;

/** Writes the register of custody and tells the gates and the other services, in the transaction of the change. */
public interface CustodyJournal {

    void opened(Custody custody, String actor);

    /** @param reason stable code, e.g. {@code LEDGER_CHANGED} */
    void changed(Custody before, Custody after, String actor, String reason);

    /** A crossing changed custody. */
    void moved(Custody before, Custody after, Crossing crossing);

    /** @param note why custody stays as it was: {@code LATE} or {@code NO_CHANGE} */
    void noted(Custody custody, Crossing crossing, String note);
}
