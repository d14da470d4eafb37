package io.tallygate.sightings.tag.rest;

import com.mongodb.MongoException;
import io.tallygate.commons.problem.ProblemMappers;
import io.tallygate.commons.problem.Refusal;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A store that does not answer is a 503, not a fault of ours. */
public final class StoreMapper {

    private static final Logger LOG = Logger.getLogger(StoreMapper.class);

    @ServerExceptionMapper
    public Response unavailable(MongoException e) {
        LOG.warnf("The store did not answer: %s", e.getMessage());
        return ProblemMappers.response(Refusal.of(503, "UNAVAILABLE", "The store does not answer; try again."));
    }
}
