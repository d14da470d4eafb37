package io.tallygate.commons.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.tallygate.commons.problem.ProblemMappers;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a token that joins the auditor with an administrator, before anything else is looked at (A4). */
public class SeparationOfDutiesFilter {

    private final SecurityIdentity identity;

    SeparationOfDutiesFilter(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter
    public Optional<Response> filter() {
        return Roles.joinedDuties(identity.getRoles()).map(ProblemMappers::response);
    }
}
