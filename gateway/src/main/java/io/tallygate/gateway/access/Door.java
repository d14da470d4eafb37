package io.tallygate.gateway.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.problem.Refusal;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Lets in who is signed in. An API call is answered 401 where a page would be redirected to Keycloak: a program cannot follow that,
 * and the console signs in by itself.
 */
@Singleton
public class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Refusal UNAUTHENTICATED = Refusal.of(401, "UNAUTHENTICATED", "Sign in first.");
    private static final Refusal CROSS_SITE =
            Refusal.of(403, "CROSS_SITE", "A change made with a session cookie must come from the console itself.");

    private final IdentityProviderManager identities;
    private final Problems problems;

    Door(IdentityProviderManager identities, Problems problems) {
        this.identities = identities;
        this.problems = problems;
    }

    /** Hands the caller's identity to {@code next}, or answers with a problem. The request body waits meanwhile. */
    public void enter(RoutingContext context, Consumer<SecurityIdentity> next) {
        context.request().pause();
        QuarkusHttpUser.getSecurityIdentity(context, identities)
                .subscribe()
                .with(identity -> admit(context, identity, next), failure -> {
                    LOG.debugf("Not let in: %s", failure.getMessage());
                    refuse(context, UNAUTHENTICATED);
                });
    }

    private void admit(RoutingContext context, SecurityIdentity identity, Consumer<SecurityIdentity> next) {
        Optional<Refusal> refusal = refusal(context.request(), identity);
        if (refusal.isPresent()) {
            refuse(context, refusal.get());
        } else {
            next.accept(identity);
        }
    }

    private void refuse(RoutingContext context, Refusal refusal) {
        context.request().resume();
        problems.send(context, refusal);
    }

    private static Optional<Refusal> refusal(HttpServerRequest request, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            return Optional.of(UNAUTHENTICATED);
        }
        return Roles.joinedDuties(identity.getRoles()).or(() -> crossSite(request));
    }

    private static Optional<Refusal> crossSite(HttpServerRequest request) {
        boolean byCookie = request.getHeader("Authorization") == null;
        return byCookie && !SAFE.contains(request.method()) && !fromConsole(request)
                ? Optional.of(CROSS_SITE)
                : Optional.empty();
    }

    /** A foreign page can send neither: the header needs a CORS permission nobody gives, and browsers set Sec-Fetch-Site. */
    private static boolean fromConsole(HttpServerRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                || "tallygate".equals(request.getHeader("X-Requested-With"));
    }
}
