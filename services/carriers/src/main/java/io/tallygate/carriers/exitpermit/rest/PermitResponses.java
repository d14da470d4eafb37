package io.tallygate.carriers.exitpermit.rest;

import io.tallygate.carriers.exitpermit.application.PermitReading;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.commons.http.Versions;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import jakarta.ws.rs.core.Response;

/** What the resources of permits answer alike. */
final class PermitResponses {

    private PermitResponses() {}

    /** @throws io.tallygate.commons.problem.RefusalException 404 when it is no id of a permit */
    static PermitId id(String text) {
        return PermitId.parse(text).orElseThrow(() -> Refusal.notFound().asException());
    }

    /** 200 with the permit and its version as ETag, or the refusal. */
    static Response ok(Outcome<PermitReading> permit) {
        ExitPermitView view = ExitPermitView.of(permit.orThrow());
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
