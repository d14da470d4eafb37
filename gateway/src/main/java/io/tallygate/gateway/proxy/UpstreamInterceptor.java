package io.tallygate.gateway.proxy;

import io.tallygate.commons.problem.Problem;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.gateway.access.Problems;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/** Turns a service that does not answer into a problem that says so. */
final class UpstreamInterceptor implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(UpstreamInterceptor.class);

    private final String service;
    private final Problems problems;

    UpstreamInterceptor(String service, Problems problems) {
        this.service = service;
        this.problems = problems;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> {
            LOG.warnf("%s does not answer: %s", service, failure.getMessage());
            Buffer body = problems.body(
                    Refusal.of(503, "UNAVAILABLE", "The part `" + service + "` does not answer. Try again shortly."));
            return Future.succeededFuture(context.request()
                    .release()
                    .response()
                    .setStatusCode(503)
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .putHeader("Retry-After", "2")
                    .setBody(Body.body(body)));
        });
    }
}
