package io.tallygate.gateway.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallygate.commons.problem.Problem;
import io.tallygate.commons.problem.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Answers with problem details from code that is not a REST resource. */
@Singleton
public class Problems {

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    public void send(RoutingContext context, Refusal refusal) {
        if (context.response().ended()) {
            return;
        }
        if (refusal.status() == 401) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
        }
        context.response()
                .setStatusCode(refusal.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(body(refusal));
    }

    public Buffer body(Refusal refusal) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(Problem.of(refusal)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is always JSON", e);
        }
    }
}
