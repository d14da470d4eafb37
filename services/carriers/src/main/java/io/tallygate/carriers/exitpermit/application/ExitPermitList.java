package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Page;
import java.time.Instant;
import java.util.Optional;

/** Permits as they are shown, in the state they are in at {@code now}. */
public interface ExitPermitList {

    /** The name of the order, for cursors of two keys: time of the request and permit id. */
    String ORDER = "newestFirst";

    Optional<PermitReading> one(PermitId id, Scope scope, Instant now);

    /** Newest first. */
    Page<PermitReading> page(PermitFilter filter, Scope scope, Instant now);
}
