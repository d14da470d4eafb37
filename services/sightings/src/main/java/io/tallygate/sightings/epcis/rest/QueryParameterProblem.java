package io.tallygate.sightings.epcis.rest;

import io.tallygate.commons.problem.Problem;
import io.tallygate.commons.problem.Violation;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The standard's {@code QueryParameterException}, in its own shape and ours at once. */
final class QueryParameterProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    QueryParameterProblem(List<Violation> violations) {
        super("QueryParameterException");
        this.violations = List.copyOf(violations);
    }

    Response response() {
        Problem problem = new Problem(
                "epcisException:QueryParameterException",
                "QueryParameterException",
                400,
                "The query holds what is not understood here.",
                "QUERY_PARAMETER",
                violations);
        return Response.status(400).type(Problem.MEDIA_TYPE).entity(problem).build();
    }

    /** Makes it an answer. */
    static final class Mapper {

        @ServerExceptionMapper
        public Response refused(QueryParameterProblem problem) {
            return problem.response();
        }
    }
}
