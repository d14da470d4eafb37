package io.tallygate.gateway.proxy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.gateway.GatewaySettings;
import io.tallygate.gateway.access.Door;
import io.tallygate.gateway.access.Problems;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;

/** One route a service. */
@Singleton
public class ServiceRoutes {

    private final GatewaySettings settings;
    private final Door door;
    private final Problems problems;
    private final Vertx vertx;

    ServiceRoutes(GatewaySettings settings, Door door, Problems problems, Vertx vertx) {
        this.settings = settings;
        this.door = door;
        this.problems = problems;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(64)
                .setKeepAlive(true)
                .setKeepAliveTimeout(30)
                .setConnectTimeout(2_000)
                .setIdleTimeout((int) settings.upstreamTimeout().toSeconds()));
        settings.upstreams().forEach((service, address) -> {
            HttpProxy proxy = HttpProxy.reverseProxy(client)
                    .origin(port(address), address.getHost())
                    .addInterceptor(new UpstreamInterceptor(service, problems));
            router.route("/api/" + service).order(100).handler(context -> forward(context, proxy));
            router.route("/api/" + service + "/*").order(100).handler(context -> forward(context, proxy));
        });
        router.route("/api/*")
                .order(1000)
                .handler(context -> door.enter(context, identity -> {
                    context.request().resume();
                    problems.send(context, Refusal.notFound());
                }));
    }

    private void forward(RoutingContext context, HttpProxy proxy) {
        door.enter(context, identity -> {
            context.request().headers().set("Authorization", "Bearer " + token(identity));
            context.request().headers().remove("Cookie");
            proxy.handle(context.request());
        });
    }

    /** The access token of a session, or the bearer token itself. */
    private static String token(SecurityIdentity identity) {
        AccessTokenCredential ofSession = identity.getCredential(AccessTokenCredential.class);
        return ofSession != null
                ? ofSession.getToken()
                : identity.getCredential(TokenCredential.class).getToken();
    }

    private static int port(URI address) {
        return address.getPort() < 0 ? 80 : address.getPort();
    }
}
