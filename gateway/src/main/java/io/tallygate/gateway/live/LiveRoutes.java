package io.tallygate.gateway.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.tallygate.commons.identity.AlertVisibility;
import io.tallygate.commons.identity.PersonView;
import io.tallygate.commons.identity.Scope;
import io.tallygate.gateway.GatewaySettings;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/live}: the stream. */
@Singleton
class LiveRoutes {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Admission admission;
    private final LiveHub hub;
    private final PortalBoard board;
    private final GatewaySettings.Live settings;
    private final Vertx vertx;

    LiveRoutes(
            Admission admission,
            LiveHub hub,
            PortalBoard board,
            GatewaySettings settings,
            Vertx vertx,
            MeterRegistry metrics) {
        this.admission = admission;
        this.hub = hub;
        this.board = board;
        this.settings = settings.live();
        this.vertx = vertx;
        metrics.gauge("tallygate.live.streams", hub, LiveHub::listeners);
    }

    void register(@Observes Router router) {
        router.get("/api/live")
                .handler(context ->
                        admission.enter(context, (identity, person) -> open(context, identity.getRoles(), person)));
    }

    private void open(RoutingContext context, Set<String> roles, PersonView person) {
        AlertVisibility visibility = AlertVisibility.of(roles, Scope.of(roles, person));
        EventStream stream = EventStream.begin(context.response());
        Subscriber subscriber = new Subscriber(stream, vertx.getOrCreateContext(), visibility);
        board.portals().forEach(health -> subscriber.tell(LiveEvents.of(health)));
        hub.join(subscriber, seen(context.request().getHeader("Last-Event-ID"))).forEach(subscriber::on);
        long heartbeat = vertx.setPeriodic(settings.heartbeat().toMillis(), timer -> stream.comment("still here"));
        long end = vertx.setTimer(settings.lifetime().toMillis(), timer -> stream.end());
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
