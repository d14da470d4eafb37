package io.tallygate.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.tallygate.commons.identity.Level;
import io.tallygate.commons.identity.People;
import io.tallygate.commons.identity.PersonView;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/session}: who am I. {@code GET /login?returnTo=}: sign in, then go there. */
@Singleton
public class SessionRoutes {

    /** What the console needs to know of its user; names only where personnel knows them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Session(
            String username,
            @Nullable String name,
            @Nullable String personNo,
            @Nullable String departmentCode,
            @Nullable Level clearance,
            SortedSet<String> roles) {}

    private final Door door;
    private final People people;
    private final ObjectMapper json;
    private final Vertx vertx;

    SessionRoutes(Door door, People people, ObjectMapper json, Vertx vertx) {
        this.door = door;
        this.people = people;
        this.json = json;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.get("/api/session").handler(context -> door.enter(context, identity -> session(context, identity)));
        // Reached only when signed in: the permission on this path sends everybody else to Keycloak first.
        router.get("/login").handler(SessionRoutes::returnToWhereTheyWere);
    }

    private void session(RoutingContext context, SecurityIdentity identity) {
        String username = identity.getPrincipal().getName();
        // People may wait for Kafka when the gateway has just started: not on the event loop.
        vertx.executeBlocking(() -> people.byUsername(username).filter(PersonView::active), false)
                .onSuccess(person -> context.response()
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Cache-Control", "no-store")
                        .end(write(view(identity, person))))
                .onFailure(context::fail);
    }

    private static Session view(SecurityIdentity identity, Optional<PersonView> person) {
        return new Session(
                identity.getPrincipal().getName(),
                person.map(PersonView::name).orElse(null),
                person.map(PersonView::personNo).orElse(null),
                person.map(PersonView::departmentCode).orElse(null),
                person.map(PersonView::clearance).orElse(null),
                new TreeSet<>(identity.getRoles()));
    }

    private String write(Session session) {
        try {
            return json.writeValueAsString(session);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A session is always JSON", e);
        }
    }

    private static void returnToWhereTheyWere(RoutingContext context) {
        context.response()
                .setStatusCode(303)
                .putHeader("Location", ownPath(context.request().getParam("returnTo")))
                .end();
    }

    /** Only paths of this site: anything else would let a link here send a signed-in person elsewhere. */
    static String ownPath(@Nullable String asked) {
        if (asked == null || !asked.startsWith("/") || asked.startsWith("//")) {
            return "/";
        }
        boolean plain = asked.indexOf('\\') < 0 && asked.chars().noneMatch(Character::isISOControl);
        return plain ? asked : "/";
    }
}
