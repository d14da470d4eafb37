package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.exitpermit.domain.ExitPermit;
import io.tallygate.carriers.exitpermit.domain.PermitChange;

/** Writes the register of permits and tells the gates, in the transaction of the change. */
public interface PermitJournal {

    /** Actor where no person acted. */
    String SYSTEM = "system:carriers";

    void changed(ExitPermit permit, PermitChange change, String actor, String comment);
}
