package io.tallygate.gateway.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.tallygate.commons.identity.AlertVisibility;
import io.tallygate.commons.identity.People;
import io.tallygate.commons.identity.PersonView;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.gateway.GatewaySettings;
import io.tallygate.gateway.access.Door;
import io.tallygate.gateway.access.Problems;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/live}: the stream. */
@Singleton
class LiveRoutes {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Door door;
    private final Problems problems;
    private final People people;
    private final LiveHub hub;
    private final TopicTail tail;
    private final GatewaySettings.Live settings;
    private final Vertx vertx;

    LiveRoutes(
            Door door,
            Problems problems,
            People people,
            LiveHub hub,
            TopicTail tail,
            GatewaySettings settings,
            Vertx vertx,
            MeterRegistry metrics) {
        this.door = door;
        this.problems = problems;
        this.people = people;
        this.hub = hub;
        this.tail = tail;
        this.settings = settings.live();
        this.vertx = vertx;
        metrics.gauge("tallygate.live.streams", hub, LiveHub::listeners);
    }

    void register(@Observes Router router) {
        router.get("/api/live").handler(context -> door.enter(context, identity -> admit(context, identity)));
    }

    private void admit(RoutingContext context, SecurityIdentity identity) {
        context.request().resume();
        String username = identity.getPrincipal().getName();
        vertx.executeBlocking(() -> people.byUsername(username).filter(PersonView::active), false)
                .onSuccess(person -> open(context, identity, person))
                .onFailure(context::fail);
    }

    private void open(RoutingContext context, SecurityIdentity identity, Optional<PersonView> person) {
        if (person.isEmpty()) {
            problems.send(context, Refusal.of(403, "UNKNOWN_PERSON", "Personnel does not know you."));
            return;
        }
        AlertVisibility visibility =
                AlertVisibility.of(identity.getRoles(), Scope.of(identity.getRoles(), person.get()));
        context.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        stream(context, new Subscriber(context.response(), vertx.getOrCreateContext(), visibility));
    }

    private void stream(RoutingContext context, Subscriber subscriber) {
        subscriber.greet();
        tail.portals().forEach(health -> subscriber.tell(LiveEvents.of(health)));
        hub.join(subscriber, seen(context.request().getHeader("Last-Event-ID"))).forEach(subscriber::on);
        long heartbeat = vertx.setPeriodic(settings.heartbeat().toMillis(), timer -> subscriber.comment("still here"));
        long end = vertx.setTimer(settings.lifetime().toMillis(), timer -> subscriber.end());
        context.response().closeHandler(closed -> {
            hub.leave(subscriber);
            vertx.cancelTimer(heartbeat);
            vertx.cancelTimer(end);
        });
    }

    private static @Nullable Long seen(@Nullable String lastEventId) {
        return lastEventId != null && NUMBER.matcher(lastEventId).matches() ? Long.valueOf(lastEventId) : null;
    }
}
