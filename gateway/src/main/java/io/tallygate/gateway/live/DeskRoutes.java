package io.tallygate.gateway.live;

import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.gateway.GatewaySettings;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code GET /api/live/desks/{code}/tags}: what lies on a desk, for those who register it. An event {@code desk} at the start and whenever
 * it changes: {@code {deskCode, state, reason?, detail?, since?, reportedAt?, noTid, tags: [{epc, epcUri, tid?, rssiDbm}]}}, the strongest
 * tag first; state WATCHING, CONNECTING, BLIND (no reader), UNWATCHED (no bridge).
 */
@Singleton
class DeskRoutes {

    private static final long LOOK_MS = 250;
    private static final Refusal FORBIDDEN =
            Refusal.of(403, "FORBIDDEN", "Only those who register tags see what lies on a desk.");
    private static final Refusal TOO_MANY =
            Refusal.of(429, "TOO_MANY_STREAMS", "Too many follow what lies on desks already.");

    private final Admission admission;
    private final DeskTail tail;
    private final GatewaySettings.Live settings;
    private final Vertx vertx;
    private final AtomicInteger open = new AtomicInteger();

    DeskRoutes(Admission admission, DeskTail tail, GatewaySettings settings, Vertx vertx) {
        this.admission = admission;
        this.tail = tail;
        this.settings = settings.live();
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.get("/api/live/desks/:code/tags")
                .handler(context -> admission.enter(context, (identity, person) -> open(context, identity.getRoles())));
    }

    private void open(RoutingContext context, Set<String> roles) {
        String code = context.pathParam("code");
        if (!roles.contains(Roles.IT_STAFF)) {
            admission.refuse(context, FORBIDDEN);
        } else if (!tail.has(code)) {
            admission.refuse(context, Refusal.notFound());
        } else if (open.incrementAndGet() > settings.deskStreams()) {
            open.decrementAndGet();
            admission.refuse(context, TOO_MANY);
        } else {
            stream(context, code);
        }
    }

    private void stream(RoutingContext context, String code) {
        Following following = new Following(EventStream.begin(context.response()), code);
        following.look();
        long look = vertx.setPeriodic(LOOK_MS, timer -> following.look());
        long heartbeat =
                vertx.setPeriodic(settings.heartbeat().toMillis(), timer -> following.stream.comment("still here"));
        long end = vertx.setTimer(settings.lifetime().toMillis(), timer -> following.stream.end());
        context.response().closeHandler(closed -> {
            open.decrementAndGet();
            vertx.cancelTimer(look);
            vertx.cancelTimer(heartbeat);
            vertx.cancelTimer(end);
        });
    }

    /** One who follows a desk, on their connection's event loop. */
    private final class Following {
        private final EventStream stream;
        private final String code;
        private String told = "";

        Following(EventStream stream, String code) {
            this.stream = stream;
            this.code = code;
        }

        void look() {
            String now = DeskEvents.json(code, tail.sight(code));
            if (!now.equals(told)) {
                told = now;
                stream.event("desk", now);
            }
        }
    }
}
