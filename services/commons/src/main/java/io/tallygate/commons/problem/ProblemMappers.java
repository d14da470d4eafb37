package io.tallygate.commons.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one table from exception to status. No class name and no trace leaves the service. */
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response refused(RefusalException e) {
        return response(e.refusal());
    }

    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response unauthenticated(AuthenticationFailedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return response(Refusal.forbidden());
    }

    /** The same as for its parent; said by itself because Quarkus brings a mapper of its own for exactly this class. */
    @ServerExceptionMapper
    public Response malformed(MismatchedInputException e) {
        return malformed((JacksonException) e);
    }

    @ServerExceptionMapper
    public Response malformed(JacksonException e) {
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? response(Refusal.invalid(path(mapping), "MALFORMED", "The value has the wrong shape."))
                : response(Refusal.of(400, "MALFORMED_JSON", "The body is not the JSON that is expected here."));
    }

    @ServerExceptionMapper
    public Response webApplication(WebApplicationException e) {
        if (e.getCause() instanceof JacksonException json) {
            return malformed(json);
        }
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 401 -> unauthenticated();
            case 404 -> response(Refusal.notFound());
            case 400 -> response(Refusal.of(400, "INVALID_REQUEST", "The request cannot be read."));
            default ->
                status < 400
                        ? e.getResponse()
                        : response(Refusal.of(status, "HTTP_" + status, "The request cannot be served."));
        };
    }

    @ServerExceptionMapper
    public Response fault(Throwable e) {
        if (StoreOutage.caused(e)) {
            LOG.warnf("The database does not answer: %s", e.getMessage());
            return response(Refusal.of(503, "UNAVAILABLE", "The store does not answer; try again."));
        }
        String reference = UUID.randomUUID().toString();
        LOG.errorf(e, "Request failed, reference %s", reference);
        return response(Refusal.of(500, "INTERNAL_ERROR", "Something broke here. Reference: " + reference));
    }

    /** A refusal as a response, for code that answers outside of a resource method. */
    public static Response response(Refusal refusal) {
        return Response.status(refusal.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(refusal))
                .build();
    }

    private static Response unauthenticated() {
        Response response = response(Refusal.of(401, "UNAUTHENTICATED", "Sign in first."));
        response.getHeaders().putSingle("WWW-Authenticate", "Bearer");
        return response;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(ref -> ref.getFieldName() == null ? "[" + ref.getIndex() + "]" : "." + ref.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
